import { remedyOf } from '../overview/remedyOf';
import type { ChangeSeen } from './ChangeSeen';

const PROTECTION: Readonly<Record<string, string>> = {
  'volume/customer-key': "encrypted with a customer's key",
  'volume/provider-key': "encrypted with the provider's key",
  'infrastructure-only': 'encrypted below the volume only',
  none: 'not encrypted',
  unknown: 'not known to be encrypted',
};

const REMOUNT: Readonly<Record<string, string>> = {
  ready: 'would mount again',
  unknown: 'is not known to be blocked any more',
  'at-risk': 'may not mount again',
  blocked: 'would not mount again',
};

const CREDENTIAL: Readonly<Record<string, string>> = {
  live: 'is live again',
  expiring: 'ends soon',
  expired: 'has ended',
  lost: 'is not known to its KMS any more',
  missing: 'is missing',
  refused: 'is refused by its KMS',
  foreign: 'is not the one that was delivered',
};

const KMS: Readonly<Record<string, string>> = {
  serving: 'serves again',
  sealed: 'is sealed',
  uninitialised: 'is not initialised',
  unreachable: 'cannot be reached by the portal',
};

/** What holds now, as the second half of a sentence. */
export function predicateOf({ what, to = '' }: ChangeSeen): string {
  switch (what) {
    case 'protection':
      return `is ${PROTECTION[to] ?? to}`;
    case 'remount':
      return REMOUNT[to] ?? to;
    case 'credential':
      return CREDENTIAL[to] ?? to;
    case 'kms':
      return KMS[to] ?? to;
    default:
      return to === 'read' ? 'is read again' : 'cannot be read by the portal';
  }
}

/** What it is about, as the first half of a sentence. */
export function subjectOf(change: ChangeSeen): string {
  const { kind, cluster, namespace, claim, kms } = change;
  switch (kind) {
    case 'volume':
      return `Volume ${claim}`;
    case 'tenant':
      return `The credential of tenant ${namespace} on ${cluster}`;
    case 'kms':
      return `KMS ${kms}`;
    default:
      return `Cluster ${cluster}`;
  }
}

/** Where it is, and what was before. */
export function placeAndPast(change: ChangeSeen): string {
  const { kind, what, cluster, namespace, from = '' } = change;
  const place =
    kind === 'volume'
      ? `Namespace ${namespace} of cluster ${cluster}.`
      : undefined;
  const past =
    what === 'protection' ? `Before, it was ${PROTECTION[from]}.` : undefined;
  return [place, past].filter(Boolean).join(' ');
}

/** What to do, by the code of the first reason that has an answer to it. */
export function nextStepOf({ reasons }: ChangeSeen): string {
  const [code] = reasons;
  return code === undefined ? '' : remedyOf(code).nextStep;
}
