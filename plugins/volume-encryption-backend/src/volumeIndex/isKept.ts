import {
  connectionSourceNames,
  type ConfigMap,
  type KubernetesObject,
} from 'backstage-plugin-volume-encryption-common';
import type { ClusterSnapshot } from './ClusterSnapshot';

const EVENTS_ABOUT = new Set([
  'PersistentVolumeClaim',
  'PersistentVolume',
  'Pod',
]);

/**
 * `csi-kms-connection-details` and its like (ceph-csi `internal/kms/kms.go`,
 * Rook up to 1.19), and what holds connections under another name.
 */
const CONNECTIONS = /kms/;
const CONNECTION = /"(encryptionKMSType|KMS_PROVIDER)"/;

/**
 * Whether the index keeps an object. Of Pods those that use claims; of events
 * those that can be about a volume; of ConfigMaps those that Ceph CSI may read, so that no other
 * application's configuration is held in memory.
 */
export function isKept(
  object: KubernetesObject,
  known: Pick<ClusterSnapshot, 'csiNamespace' | 'workloads'>,
): boolean {
  switch (object.kind) {
    case 'Pod':
      return object.claimNames.length > 0;
    case 'Event':
      return EVENTS_ABOUT.has(object.about.kind);
    case 'ConfigMap':
      return object.meta.namespace === known.csiNamespace
        ? isOfConnections(object, known)
        : isOfTenant(object);
    default:
      return true;
  }
}

function isOfConnections(
  { meta, data }: ConfigMap,
  { workloads }: Pick<ClusterSnapshot, 'workloads'>,
): boolean {
  return (
    CONNECTIONS.test(meta.name) ||
    connectionSourceNames(workloads).includes(meta.name) ||
    Object.values(data).some(text => CONNECTION.test(text))
  );
}

/**
 * A tenant's overrides, whatever its name (`tenantConfigName` of a connection):
 * one that overrides nothing is the same as none.
 */
function isOfTenant({ data }: ConfigMap): boolean {
  return Object.keys(data).some(
    key => key.startsWith('vault') || key === 'tenantSAName',
  );
}
