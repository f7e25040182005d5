import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { factOf } from '../entity/originOf';

/**
 * The provider's entities as the catalog has them now, by their refs. The catalog
 * itself is asked, so that it does not matter which replica ran before, or that
 * the backend was started anew.
 */
export async function formerEntities(
  catalog: Pick<CatalogService, 'streamEntities'>,
  credentials: BackstageCredentials,
): Promise<Map<string, Entity>> {
  const pages = catalog.streamEntities(
    {
      query: {
        kind: 'Resource',
        'metadata.annotations.volume-encryption.backstage.io/fact': {
          $exists: true,
        },
      },
      fields: ['kind', 'metadata', 'spec'],
    },
    { credentials },
  );
  const former = new Map<string, Entity>();
  for await (const page of pages) {
    for (const entity of page) {
      if (factOf(entity)) former.set(stringifyEntityRef(entity), entity);
    }
  }
  return former;
}
