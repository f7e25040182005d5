import type { CustodyLink } from 'backstage-plugin-volume-encryption-common';
import type { Status } from '../status';

const statuses: Record<CustodyLink['status'], Status> = {
  ok: { tone: 'good', icon: 'check', label: 'in order' },
  warning: { tone: 'caution', icon: 'warning', label: 'needs attention' },
  broken: { tone: 'danger', icon: 'blocked', label: 'broken' },
  unknown: { tone: 'unknown', icon: 'question', label: 'not known' },
};

const kinds: Record<CustodyLink['kind'], string> = {
  claim: 'Claim',
  'persistent-volume': 'PersistentVolume',
  'storage-class': 'StorageClass',
  'kms-connection': 'KMS connection',
  'tenant-credential': 'Tenant credential',
  kms: 'KMS',
  key: 'Key',
};

/** How the state of a link is drawn. */
export function linkStatus({ status }: Pick<CustodyLink, 'status'>): Status {
  return statuses[status];
}

/** What a link is, in the field's words. */
export function linkKind({ kind }: Pick<CustodyLink, 'kind'>): string {
  return kinds[kind];
}
