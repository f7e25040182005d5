import {
  credentialState,
  daysLeft,
  renewalTime,
  type Observed,
  type ServiceAccount,
  type TenantCredentialView,
} from 'backstage-plugin-volume-encryption-common';
import type { TenantCredential } from '../custody';
import { isOurs } from './isOurs';

type State = TenantCredentialView['state'];

const TOKEN_MESSAGES: Record<State, string> = {
  live: 'The token lives, and the portal renews it in time.',
  expiring:
    'The renewal of the token is overdue. See why it failed; rotate the tenant when it has ended.',
  expired:
    'The token has ended: no volume of the tenant mounts. Rotate the tenant; no pod has to go.',
  missing:
    'No token was delivered. Onboard the tenant again, or rotate it: both deliver one.',
  lost: 'The KMS does not know the token any more: somebody revoked it, or the KMS was restored. Rotate the tenant.',
  foreign:
    'The token in the Secret is not the one that the portal delivered. Remove the Secret, then rotate the tenant.',
  unknown: 'When the token ends is not known.',
};

const ACCOUNT_MESSAGES = {
  live: 'Ceph CSI logs in with it each time; it does not end.',
  expiring:
    'The ServiceAccount is being deleted, and finalizers hold it: Ceph CSI cannot log in soon. Wait until it is gone, then rotate the tenant.',
  missing:
    'The ServiceAccount is missing, so that Ceph CSI cannot log in. Onboard or rotate the tenant: both make it.',
  foreign: 'The ServiceAccount was not made by this portal.',
};

/** The credential of a tenant with a token: as recorded, or as found. */
export function tokenView(
  credential: TenantCredential | undefined,
  { now, found }: { now: Date; found?: State },
): TenantCredentialView {
  const state = found ?? recordedState(credential, now);
  const { issuedAt, expiresAt, lastFailure, checkedAt } = credential ?? {};
  return {
    kind: 'tenant-token',
    state,
    message: TOKEN_MESSAGES[state],
    issuedAt,
    expiresAt,
    daysLeft: daysLeft(now.toISOString(), expiresAt),
    renewsAt: credential && renewalTime(credential),
    lastFailure,
    checkedAt,
  };
}

/** The ServiceAccount that a tenant logs in with, as it was found. */
export function accountView(
  found: Observed<Pick<ServiceAccount, 'meta'> | undefined>,
): TenantCredentialView {
  const kind = 'tenant-service-account';
  if (found.status === 'unknown') {
    return { kind, state: 'unknown', message: found.detail };
  }
  const state = accountState(found.value);
  return {
    kind,
    state,
    message: ACCOUNT_MESSAGES[state],
    checkedAt: found.at,
  };
}

function accountState(
  account: Pick<ServiceAccount, 'meta'> | undefined,
): keyof typeof ACCOUNT_MESSAGES {
  if (!account) return 'missing';
  if (!isOurs(account)) return 'foreign';
  return account.meta.deletedAt ? 'expiring' : 'live';
}

function recordedState(
  credential: TenantCredential | undefined,
  now: Date,
): State {
  return credential
    ? credentialState(now.toISOString(), credential)
    : 'missing';
}
