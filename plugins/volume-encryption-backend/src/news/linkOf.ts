import { parseEntityRef } from '@backstage/catalog-model';
import type { News } from 'backstage-plugin-volume-encryption-common';

const PAGE = '/volume-encryption';

/**
 * Where to look at news: the entity's tab, with the volume open where it is of
 * one; else the page of the platform team. The addresses are those that the
 * catalog and the plugin have when an app does not move them.
 */
export function linkOf({ about, entity, isOfMany }: News): string {
  const { kind, cluster = '', namespace = '', claim = '' } = about;
  if (entity !== undefined) {
    const volume = [cluster, namespace, claim].join('/');
    const isOfOne = kind === 'volume' && !isOfMany;
    const query = isOfOne ? `?${new URLSearchParams({ volume })}` : '';
    return `${tabOf(entity)}${query}`;
  }
  switch (kind) {
    case 'tenant':
      return isOfMany
        ? `${PAGE}/tenants`
        : `${PAGE}/tenants/${pathOf(cluster, namespace)}`;
    case 'volume':
      return `${PAGE}/overview${isOfMany ? '' : `?${new URLSearchParams({ search: claim })}`}`;
    default:
      return `${PAGE}/health`;
  }
}

function tabOf(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return `/catalog/${pathOf(namespace, kind, name)}/encryption`;
}

function pathOf(...segments: string[]): string {
  return segments.map(encodeURIComponent).join('/');
}
