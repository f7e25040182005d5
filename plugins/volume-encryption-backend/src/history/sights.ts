import type {
  KmsView,
  TenantSummary,
} from 'backstage-plugin-volume-encryption-common';
import type { ClusterReading } from './readingOf';
import type { Sight } from './Sight';

/** What of a KMS's states is told, and by which code; a standby serves as well. */
const KMS_ANSWERS: Partial<Record<KmsView['state'], [string, string[]]>> = {
  active: ['serving', []],
  standby: ['serving', []],
  sealed: ['sealed', ['kms-sealed']],
  uninitialised: ['uninitialised', ['kms-uninitialised']],
  unreachable: ['unreachable', ['kms-unread']],
};

/** Of a KMS; none while its state is not known. */
export function kmsSight({ name, state }: KmsView): Sight[] {
  const told = KMS_ANSWERS[state];
  if (!told) return [];
  const [kms, reasons] = told;
  const subject = { kind: 'kms', kms: name } as const;
  return [{ subject, answers: { kms }, reasons: { kms: reasons } }];
}

/** Of a cluster; none before it was read for the first time. */
export function clusterSight(
  cluster: string,
  { answer }: ClusterReading,
): Sight[] {
  if (!answer) return [];
  const subject = { kind: 'cluster', cluster } as const;
  return [{ subject, answers: { cluster: answer }, reasons: {} }];
}

/** Of a tenant's credential; that its state is not known is not told. */
export function tenantSight(tenant: TenantSummary): Sight {
  const { cluster, namespace, custody, kms, owner } = tenant;
  const { state } = tenant.credential;
  // Which KMS an account is for may be known at one look and not at another.
  const of = custody === 'vaulttokens' ? { kms } : {};
  return {
    subject: { kind: 'tenant', cluster, namespace, custody, ...of },
    owner,
    answers: state === 'unknown' ? {} : { credential: state },
    reasons: { credential: reasonsOf(tenant) },
  };
}

function reasonsOf({ custody, credential: { state } }: TenantSummary) {
  if (state === 'live') return [];
  if (custody === 'vaulttokens') return [`tenant-token-${state}`];
  return state === 'missing'
    ? ['tenant-account-missing']
    : ['tenant-account-not-admitted'];
}
