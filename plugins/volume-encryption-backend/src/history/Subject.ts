import type { TimelineEntry } from 'backstage-plugin-volume-encryption-common';

/** What is followed: a volume, a tenant's credential, a KMS or a cluster. */
export type Subject = Pick<
  TimelineEntry,
  'kind' | 'cluster' | 'namespace' | 'claim' | 'custody' | 'kms'
>;

/** The same text for the same thing; of a volume whatever KMS has its key. */
export function subjectKey(subject: Subject): string {
  const { kind, cluster, namespace, claim, custody, kms } = subject;
  switch (kind) {
    case 'volume':
      return [kind, cluster, namespace, claim].join('/');
    case 'tenant':
      return [kind, cluster, namespace, custody, kms].join('/');
    case 'kms':
      return [kind, kms].join('/');
    default:
      return [kind, cluster].join('/');
  }
}
