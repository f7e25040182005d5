import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  claimsOfEntity,
  observed,
  VolumeEncryptionError,
  type KeyRotationFacts,
  type KeyRotationRequest,
} from 'backstage-plugin-volume-encryption-common';
import type { Cluster } from 'backstage-plugin-volume-encryption-node';
import { listIfInstalled } from '../../cluster/listIfInstalled';
import { readSettings } from '../../keyRotation/readCsiAddons';
import type { ReadContext } from './ReadContext';

/**
 * What the plan of a key's rotation depends on, read from the cluster now.
 * Throws `not-found` for a claim that is not the entity's, as for one that is
 * not there.
 */
export async function readKeyRotationState(
  request: KeyRotationRequest,
  parts: { cluster: Cluster; entity: Entity | undefined },
  { now, signal }: ReadContext,
): Promise<KeyRotationFacts> {
  const { cluster } = parts;
  const { reader } = cluster;
  const { namespace } = request;
  const place = { namespace, signal };
  const [claims, pods] = await Promise.all([
    reader.list('PersistentVolumeClaim', place),
    reader.list('Pod', place),
  ]);
  const annotations = parts.entity?.metadata.annotations ?? {};
  const its = { annotations, cluster: cluster.name, claims, pods };
  const claim = claimsOfEntity(its).find(it => it.meta.name === request.name);
  if (!claim) throw noClaimOf(parts.entity, request);
  const { volumeName, storageClassName } = claim;
  const [volume, storageClass, namespaceObject, cronJobs, settings] =
    await Promise.all([
      volumeName
        ? reader.get('PersistentVolume', { name: volumeName, signal })
        : undefined,
      storageClassName
        ? reader.get('StorageClass', { name: storageClassName, signal })
        : undefined,
      reader.get('Namespace', { name: namespace, signal }),
      listIfInstalled(reader, 'EncryptionKeyRotationCronJob', place),
      readSettings(cluster, signal),
    ]);
  const users = pods.filter(it => it.claimNames.includes(request.name));
  return {
    claim,
    volume: observed(volume, now),
    storageClass: observed(storageClass, now),
    namespace: observed(namespaceObject, now),
    pods: observed(users, now),
    cronJobs: observed(cronJobs, now),
    settings: observed(settings, now),
  };
}

function noClaimOf(
  entity: Entity | undefined,
  { cluster, namespace, name }: KeyRotationRequest,
): VolumeEncryptionError {
  const who = entity ? `"${stringifyEntityRef(entity)}"` : 'The entity';
  return new VolumeEncryptionError(
    'not-found',
    `${who} has no claim "${name}" in namespace "${namespace}" of cluster "${cluster}".`,
    { field: 'name' },
  );
}
