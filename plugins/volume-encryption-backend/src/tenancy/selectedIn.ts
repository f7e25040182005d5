import type { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_KUBERNETES_ID,
  ANNOTATION_KUBERNETES_LABEL_SELECTOR,
  claimsOfEntity,
  type PersistentVolumeClaim,
  type Pod,
} from 'backstage-plugin-volume-encryption-common';
import {
  claimsOfStem,
  claimsWithId,
  find,
  inNamespace,
  podsWithId,
  type ClusterSnapshot,
} from '../volumeIndex';

/** Claims and Pods among which all are that an entity may select. */
interface Candidates {
  claims: readonly PersistentVolumeClaim[];
  pods: readonly Pod[];
}

/**
 * The claims that an entity selects in these namespaces of a cluster, in no
 * order. Only a label selector makes it look at everything in them. Throws
 * `invalid-input` when that is none.
 */
export function selectedIn(
  entity: Entity,
  snapshot: ClusterSnapshot,
  namespaces: readonly string[],
): PersistentVolumeClaim[] {
  const annotations = entity.metadata.annotations ?? {};
  const id = annotations[ANNOTATION_KUBERNETES_ID];
  const candidates = annotations[ANNOTATION_KUBERNETES_LABEL_SELECTOR]?.trim()
    ? everythingIn(snapshot, namespaces)
    : thoseWithId(snapshot, id, namespaces);
  const { cluster } = snapshot;
  return claimsOfEntity({ annotations, cluster, ...candidates });
}

function everythingIn(
  { tables }: ClusterSnapshot,
  namespaces: readonly string[],
): Candidates {
  return {
    claims: namespaces.flatMap(it =>
      inNamespace(tables.PersistentVolumeClaim, it),
    ),
    pods: namespaces.flatMap(it => inNamespace(tables.Pod, it)),
  };
}

function thoseWithId(
  snapshot: ClusterSnapshot,
  id: string | undefined,
  namespaces: readonly string[],
): Candidates {
  if (!id) return { claims: [], pods: [] };
  const meant = new Set(namespaces);
  const isMeant = ({ meta }: Pod | PersistentVolumeClaim) =>
    meant.has(meta.namespace);
  const pods = podsWithId(snapshot, id).filter(isMeant);
  const claims = new Set([
    ...claimsWithId(snapshot, id).filter(isMeant),
    ...claimsNamedBy(pods, snapshot),
    ...claimsNamedAlike(pods, snapshot),
  ]);
  return { claims: [...claims], pods };
}

function claimsNamedBy(
  pods: readonly Pod[],
  { tables }: ClusterSnapshot,
): PersistentVolumeClaim[] {
  return pods.flatMap(({ meta, claimNames }) =>
    claimNames.flatMap(
      name => find(tables.PersistentVolumeClaim, name, meta.namespace) ?? [],
    ),
  );
}

/** Those of StatefulSets, whose Pods have the same stem, so it is taken once. */
function claimsNamedAlike(
  pods: readonly Pod[],
  snapshot: ClusterSnapshot,
): PersistentVolumeClaim[] {
  const stems = new Set(
    pods
      .filter(({ meta }) => meta.owners.some(it => it.kind === 'StatefulSet'))
      .flatMap(({ meta, claimNames }) =>
        claimNames.map(
          name => `${meta.namespace}/${name.replace(/-\d+$/, '')}`,
        ),
      ),
  );
  return [...stems].flatMap(stem => claimsOfStem(snapshot, stem));
}
