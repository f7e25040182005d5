import type { TenantSummary } from 'backstage-plugin-volume-encryption-common';

type Credential = Pick<
  TenantSummary,
  'cluster' | 'namespace' | 'custody' | 'kms'
>;

/**
 * The address of a tenant's screen, for one credential of its namespace, which
 * may have several.
 * @param path - the address of the list
 */
export function tenantAddress(
  path: string,
  { cluster, namespace, custody, kms }: Credential,
): string {
  const segments = [cluster, namespace].map(encodeURIComponent);
  const its = new URLSearchParams({ custody, ...(kms ? { kms } : {}) });
  return `${path}/${segments.join('/')}?${its}`;
}
