import type { Entity } from '@backstage/catalog-model';
import type { FilterPredicate } from '@backstage/filter-predicates';
import { ANNOTATION_CATALOG_FACT } from 'backstage-plugin-volume-encryption-common';

const TYPES = ['kms', 'storage-class', 'kms-tenant'];

/**
 * The Resources that have the card, for the new frontend system: KMSs,
 * StorageClasses and tenants that the entity provider keeps in the catalog.
 */
export const factFilter: FilterPredicate = {
  $all: [
    { kind: 'resource', 'spec.type': { $in: TYPES } },
    {
      'metadata.annotations.volume-encryption.backstage.io/fact': {
        $exists: true,
      },
    },
  ],
};

/**
 * The same for the old frontend system: `<EntitySwitch.Case if={…}>`.
 *
 * @public
 */
export function isBlastRadiusAvailable(entity: Entity): boolean {
  return (
    entity.kind.toLocaleLowerCase('en-US') === 'resource' &&
    TYPES.includes(String(entity.spec?.type)) &&
    factIdOf(entity) !== ''
  );
}

/** The id of what the entity stands for, as the backend knows it. */
export function factIdOf({ metadata }: Entity): string {
  return metadata.annotations?.[ANNOTATION_CATALOG_FACT] ?? '';
}
