import type { Entity } from '@backstage/catalog-model';
import type { FilterPredicate } from '@backstage/filter-predicates';
import {
  ANNOTATION_KUBERNETES_ID,
  ANNOTATION_KUBERNETES_LABEL_SELECTOR,
} from 'backstage-plugin-volume-encryption-common';

/** The entities that have the tab and the card, for the new frontend system. */
export const entityFilter: FilterPredicate = {
  $all: [
    { kind: 'component' },
    {
      $any: [
        {
          'metadata.annotations.backstage.io/kubernetes-id': { $exists: true },
        },
        {
          'metadata.annotations.backstage.io/kubernetes-label-selector': {
            $exists: true,
          },
        },
      ],
    },
  ],
};

/**
 * The same for the old frontend system: `<EntityLayout.Route if={…}>`.
 *
 * @public
 */
export function isVolumeEncryptionAvailable(entity: Entity): boolean {
  const annotations = entity.metadata.annotations ?? {};
  return (
    entity.kind.toLowerCase() === 'component' &&
    [ANNOTATION_KUBERNETES_ID, ANNOTATION_KUBERNETES_LABEL_SELECTOR].some(
      annotation => annotation in annotations,
    )
  );
}
