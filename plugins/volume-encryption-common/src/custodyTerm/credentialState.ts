import { periodOf, type CredentialTerm } from './credentialTerm';
import { renewalTime } from './renewalTime';

const DAY = 24 * 60 * 60 * 1000;
/** What ends sooner than this is expiring, where its period is not known. */
const SOON = 7 * DAY;
/** So long a renewal may be late, or a twelfth of the period if that is less. */
const LATE = DAY;
const LATE_PART = 1 / 12;

/** How a tenant's credential is doing by its record. @public */
export type CredentialTermState =
  'live' | 'expiring' | 'expired' | 'lost' | 'unknown';

/**
 * How a credential is doing by its record, in this order:
 *
 * - `expired`: its end has come (at the very moment of its end, too)
 * - `lost`: the KMS did not know it, before its end
 * - `unknown`: its end is not recorded
 * - `expiring`: its renewal is overdue, by a day or by a twelfth of the period
 *   if that is less: with the usual 30 days, between 10 and 7 days before the
 *   end. Where the period is not known, less than 7 days are left.
 * - `live`
 *
 * @public
 */
export function credentialState(
  now: string,
  term: CredentialTerm,
): CredentialTermState {
  const end = Date.parse(term.expiresAt ?? '');
  const moment = Date.parse(now);
  if (end <= moment) return 'expired';
  if (term.lost) return 'lost';
  if (!Number.isFinite(end)) return 'unknown';
  return moment >= warningTime(end, term) ? 'expiring' : 'live';
}

/** The first moment at which the credential is `expiring`. */
function warningTime(end: number, term: CredentialTerm): number {
  const renewal = renewalTime(term);
  const period = periodOf(term);
  if (renewal === undefined || !period) return end - SOON + 1;
  return Date.parse(renewal) + Math.min(LATE, period.length * LATE_PART);
}

/**
 * Whole days until the end; 0 on the last day and after it. Undefined where the
 * end is not known.
 *
 * @public
 */
export function daysLeft(
  now: string,
  expiresAt: string | undefined,
): number | undefined {
  const left = Date.parse(expiresAt ?? '') - Date.parse(now);
  if (!Number.isFinite(left)) return undefined;
  return Math.max(0, Math.floor(left / DAY));
}
