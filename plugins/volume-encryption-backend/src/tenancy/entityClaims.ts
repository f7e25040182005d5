import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_KUBERNETES_ID,
  ANNOTATION_KUBERNETES_LABEL_SELECTOR,
  type PersistentVolumeClaim,
} from 'backstage-plugin-volume-encryption-common';
import {
  claimsWithId,
  inOrder,
  podsWithId,
  type ClusterSnapshot,
} from '../volumeIndex';
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
 * costs nothing, until something changes that it rests on. Throws
 * `invalid-input` when the entity's label selector is none.
 */
export function entityClaims(
  entity: Entity,
  snapshot: ClusterSnapshot,
): readonly PersistentVolumeClaim[] {
  const place = annotatedPlace(entity);
  const namespaces = consentingNamespaces(entity, snapshot).filter(
    name => (place.namespace ?? name) === name,
  );
  const key = `${snapshot.cluster} ${stringifyEntityRef(entity)}`;
  const restsOn = [
    place.cluster,
    ...namespaces,
    ...selectionRestsOn(entity, snapshot, namespaces),
  ];
  return remembered(key, restsOn, () =>
    inOrder(selectedIn(entity, snapshot, namespaces)),
  );
}

/**
 * Of an entity that only claims carry the id of, those claims; of any other all
 * claims and Pods of its namespaces.
 */
function selectionRestsOn(
  { metadata: { annotations = {} } }: Entity,
  snapshot: ClusterSnapshot,
  namespaces: readonly string[],
): unknown[] {
  const id = annotations[ANNOTATION_KUBERNETES_ID];
  const selector = annotations[ANNOTATION_KUBERNETES_LABEL_SELECTOR];
  if (id && !selector && podsWithId(snapshot, id).length === 0) {
    return [id, claimsWithId(snapshot, id)];
  }
  const { PersistentVolumeClaim: claims, Pod: pods } = snapshot.tables;
  return [
    ...[id, selector],
    ...namespaces.flatMap(name => [
      claims.objects.get(name),
      pods.objects.get(name),
    ]),
  ];
}
