import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_KUBERNETES_ID,
  ANNOTATION_KUBERNETES_LABEL_SELECTOR,
  type PersistentVolumeClaim,
} from 'backstage-plugin-volume-encryption-common';
import { inOrder, type ClusterSnapshot } from '../volumeIndex';
import { annotatedPlace, consentingNamespaces } from './consent';
import { rememberedBy } from './rememberedBy';
import { selectedIn } from './selectedIn';

/** Entities and clusters: as many entities as are followed, and some more. */
const MAX_REMEMBERED = 5000;

const remembered =
  rememberedBy<readonly PersistentVolumeClaim[]>(MAX_REMEMBERED);

/**
 * The entity's claims on a cluster, by namespace and name: those it selects, in
 * the namespaces that consent to it. It is the very same list as before, and
 * costs nothing, until something in these namespaces changes. Throws
 * `invalid-input` when the entity's label selector is none.
 */
export function entityClaims(
  entity: Entity,
  snapshot: ClusterSnapshot,
): readonly PersistentVolumeClaim[] {
  const { cluster, tables } = snapshot;
  const { annotations = {} } = entity.metadata;
  const place = annotatedPlace(entity);
  const namespaces = consentingNamespaces(entity, snapshot).filter(
    name => (place.namespace ?? name) === name,
  );
  const restsOn = [
    place.cluster,
    annotations[ANNOTATION_KUBERNETES_ID],
    annotations[ANNOTATION_KUBERNETES_LABEL_SELECTOR],
    ...namespaces.flatMap(name => [
      name,
      tables.PersistentVolumeClaim.objects.get(name),
      tables.Pod.objects.get(name),
    ]),
  ];
  return remembered(`${cluster} ${stringifyEntityRef(entity)}`, restsOn, () =>
    inOrder(selectedIn(entity, snapshot, namespaces)),
  );
}
