import type { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_KUBERNETES_ID,
  ANNOTATION_KUBERNETES_LABEL_SELECTOR,
} from 'backstage-plugin-volume-encryption-common';

/** The entities that have the tab and the card, for the new frontend system. */
export const entityFilter = {
  $all: [
    { kind: 'component' },
    {
      $any: [
        annotationExists(ANNOTATION_KUBERNETES_ID),
        annotationExists(ANNOTATION_KUBERNETES_LABEL_SELECTOR),
      ],
    },
  ],
};

/** The same for the old frontend system: `<EntityLayout.Route if={…}>`. */
export function isVolumeEncryptionAvailable(entity: Entity): boolean {
  const annotations = entity.metadata.annotations ?? {};
  return (
    entity.kind.toLowerCase() === 'component' &&
    [ANNOTATION_KUBERNETES_ID, ANNOTATION_KUBERNETES_LABEL_SELECTOR].some(
      annotation => annotation in annotations,
    )
  );
}

function annotationExists(annotation: string) {
  return { [`metadata.annotations.${annotation}`]: { $exists: true } };
}
