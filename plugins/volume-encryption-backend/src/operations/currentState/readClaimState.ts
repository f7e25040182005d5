import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_KUBERNETES_ID,
  VolumeEncryptionError,
  type ClaimRequest,
  type ClaimState,
} from 'backstage-plugin-volume-encryption-common';
import type { Cluster } from 'backstage-plugin-volume-encryption-node';
import { annotatedPlace } from '../../tenancy';
import type { ReadContext } from './ReadContext';

/** What the plan of a claim depends on, read from the cluster now. */
export async function readClaimState(
  request: ClaimRequest,
  parts: { cluster: Cluster; entity: Entity | undefined },
  { signal }: ReadContext,
): Promise<ClaimState> {
  const kubernetesId = claimLabel(request, parts.entity);
  const { reader } = parts.cluster;
  const { name, namespace, storageClass } = request;
  const [namespaceObject, storageClassObject, existing] = await Promise.all([
    reader.get('Namespace', { name: namespace, signal }),
    reader.get('StorageClass', { name: storageClass, signal }),
    reader.get('PersistentVolumeClaim', { namespace, name, signal }),
  ]);
  return {
    namespace: namespaceObject,
    storageClass: storageClassObject,
    existing,
    kubernetesId,
  };
}

/**
 * The label by which the claim will be found again as the entity's. Throws
 * `invalid-input` where the entity would not see it.
 */
export function claimLabel(
  request: ClaimRequest,
  entity: Entity | undefined,
): string {
  const id = kubernetesIdOf(entity);
  requireInView(request, entity);
  return id;
}

/**
 * The label by which a claim is found again as the entity's. Throws
 * `invalid-input` for an entity without.
 */
export function kubernetesIdOf(entity: Entity | undefined): string {
  const id = entity?.metadata.annotations?.[ANNOTATION_KUBERNETES_ID];
  if (!id) {
    const ref = entity ? stringifyEntityRef(entity) : 'The entity';
    throw new VolumeEncryptionError(
      'invalid-input',
      `${ref} has no annotation "${ANNOTATION_KUBERNETES_ID}", so a claim could not be told to be its own. Add the annotation to its catalog file.`,
      { field: 'entityRef' },
    );
  }
  return id;
}

/** Cluster and namespace annotations narrow what the entity sees as its own. */
function requireInView(
  { cluster, namespace }: ClaimRequest,
  entity: Entity | undefined,
): void {
  const place = entity ? annotatedPlace(entity) : {};
  const isInView =
    (place.cluster ?? cluster) === cluster &&
    (place.namespace ?? namespace) === namespace;
  if (isInView) return;
  const named = [place.namespace, place.cluster].filter(Boolean).join(' on ');
  throw new VolumeEncryptionError(
    'invalid-input',
    `The entity's annotations limit it to ${named}, so it would not see a claim in namespace "${namespace}" of cluster "${cluster}". Choose that place, or change the annotations.`,
    { field: 'namespace' },
  );
}
