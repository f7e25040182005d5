import type { EntityLink } from '@backstage/catalog-model';
import type { CatalogFact } from 'backstage-plugin-volume-encryption-common';

/** Where the platform's page says more; it has no screen of StorageClasses. */
export function linksOf(
  { type, cluster = '', name }: CatalogFact,
  pageUrl: string,
): EntityLink[] {
  if (type === 'storage-class') return [];
  if (type === 'tenant') {
    const url = `${pageUrl}/tenants/${cluster}/${name}`;
    return [{ url, title: 'Credential and keys' }];
  }
  return [{ url: `${pageUrl}/health`, title: 'Health' }];
}
