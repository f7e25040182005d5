import {
  credentialState,
  daysLeft,
  remedySentence,
  renewalTime,
  valueOf,
  type AccountFacts,
  type AccountJudgement,
  type TenantCredentialView,
} from 'backstage-plugin-volume-encryption-common';
import type { TenantCredential } from '../custody';
import { isOurs } from './isOurs';

type TokenState = Exclude<TenantCredentialView['state'], 'refused'>;

const TOKEN_MESSAGES: Record<TokenState, string> = {
  live: 'The token lives, and the portal renews it in time.',
  expiring:
    'The renewal of the token is overdue. See why it failed, or rotate the tenant now; no pod has to go.',
  expired:
    'The token has ended: no volume of the tenant mounts. Rotate the tenant; no pod has to go.',
  missing:
    'No token was delivered. Onboard the tenant again, or rotate it: both deliver one.',
  lost: 'The KMS does not know the token any more: somebody revoked it, or the KMS was restored. Rotate the tenant.',
  foreign:
    'The token in the Secret is not the one that the portal delivered. Remove the Secret, then rotate the tenant.',
  unknown: 'When the token ends is not known.',
};

const NOT_OURS = 'It was not made by this portal.';

/** The credential of a tenant with a token: as recorded, or as found. */
export function tokenView(
  credential: TenantCredential | undefined,
  { now, found }: { now: Date; found?: TokenState },
): TenantCredentialView {
  const state = found ?? recordedState(credential, now);
  const { issuedAt, expiresAt, lastFailure, checkedAt } = credential ?? {};
  const hasEnded = state === 'expired';
  // What is ahead of a token that is not in use is nothing to count on.
  const ahead =
    state === 'live' || state === 'expiring' ? credential : undefined;
  return {
    kind: 'tenant-token',
    state,
    message: TOKEN_MESSAGES[state],
    issuedAt,
    expiresAt,
    daysLeft: hasEnded ? 0 : daysLeft(now.toISOString(), ahead?.expiresAt),
    renewsAt: ahead && renewalTime(ahead),
    lastFailure,
    checkedAt,
  };
}

/** The ServiceAccount that a tenant logs in with, as Vault would judge it. */
export function accountView(
  judgement: AccountJudgement,
  { serviceAccount, role }: AccountFacts,
): TenantCredentialView {
  const { status, code, detail } = judgement;
  const view = {
    kind: 'tenant-service-account' as const,
    checkedAt: role.status === 'observed' ? role.at : undefined,
  };
  if (status !== 'ok') {
    const isMissing = code === 'tenant-account-missing';
    const ofBroken = isMissing ? 'missing' : 'refused';
    const state = status === 'broken' ? ofBroken : 'unknown';
    return { ...view, state, message: sentences(judgement) };
  }
  const account = valueOf(serviceAccount);
  return account && isOurs(account)
    ? { ...view, state: 'live', message: `${detail} It does not end.` }
    : { ...view, state: 'foreign', message: `${detail} ${NOT_OURS}` };
}

function sentences(judgement: AccountJudgement): string {
  return `${judgement.detail} ${remedySentence(judgement)}`.trim();
}

function recordedState(
  credential: TenantCredential | undefined,
  now: Date,
): TokenState {
  return credential
    ? credentialState(now.toISOString(), credential)
    : 'missing';
}
