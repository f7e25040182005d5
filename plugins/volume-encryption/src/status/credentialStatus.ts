import type {
  TenantCredentialState,
  TenantCredentialView,
} from 'backstage-plugin-volume-encryption-common';
import { daysText } from './daysText';
import type { Status } from './Status';

type Look = Pick<Status, 'tone' | 'icon' | 'label'>;

const looks: Record<TenantCredentialState, Look> = {
  live: { tone: 'good', icon: 'check', label: 'Live' },
  expiring: { tone: 'caution', icon: 'clock', label: 'Expiring' },
  expired: { tone: 'danger', icon: 'blocked', label: 'Expired' },
  missing: { tone: 'danger', icon: 'blocked', label: 'Missing' },
  lost: { tone: 'danger', icon: 'blocked', label: 'Not known to the KMS' },
  foreign: { tone: 'caution', icon: 'warning', label: 'Not delivered by us' },
  refused: { tone: 'danger', icon: 'blocked', label: 'Login refused' },
  unknown: { tone: 'unknown', icon: 'question', label: 'Unknown' },
};

/** The words for the state of a credential. */
export function credentialLabel(state: TenantCredentialState): string {
  return looks[state].label;
}

/** How a tenant's credential is, and how many days it lasts. */
export function credentialStatus(credential: TenantCredentialView): Status {
  return { ...looks[credential.state], note: lasting(credential) };
}

function lasting(credential: TenantCredentialView): string | undefined {
  const { kind, state, daysLeft } = credential;
  if (state !== 'live' && state !== 'expiring') return undefined;
  if (daysLeft !== undefined) return daysText(daysLeft);
  if (kind === 'tenant-token') return 'when it ends is not known';
  return state === 'live' ? 'logs in anew for each volume' : undefined;
}
