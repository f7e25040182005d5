import { periodOf, type CredentialTerm } from './credentialTerm';

/** Parts of the period. */
const DUE = 2 / 3;
const SPREAD = 0.05;

/**
 * When the credential is to be renewed: at two thirds of its period, earlier or
 * later by up to a twentieth, so that those that were made together are not
 * renewed together. The same for a term each time it is asked.
 *
 * ISO 8601; undefined where the period is not known. A credential without a
 * period is due when it is issued.
 *
 * @public
 */
export function renewalTime(term: CredentialTerm): string | undefined {
  const period = periodOf(term);
  if (!period) return undefined;
  const part = DUE + SPREAD * (2 * fractionOf(term.id) - 1);
  const at = period.from + Math.floor(period.length * part);
  return new Date(at).toISOString();
}

/**
 * Whether to renew now. One whose period is not known is renewed, which tells
 * it; so is one that began in the future, because then a clock was put back and
 * its period says nothing.
 *
 * @public
 */
export function isRenewalDue(now: string, term: CredentialTerm): boolean {
  const at = renewalTime(term);
  if (at === undefined) return true;
  const moment = Date.parse(now);
  return moment >= Date.parse(at) || moment < Date.parse(term.issuedAt ?? '');
}

/** FNV-1a of 32 bits, as a part of 1: alike texts are far from each other. */
function fractionOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash ^= character.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01000193);
  }
  // The last character has moved the low bits only.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}
