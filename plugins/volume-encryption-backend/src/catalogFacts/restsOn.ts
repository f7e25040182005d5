import {
  catalogFactId,
  cephDriverOf,
  isTenantType,
  isVolumeOfClaim,
  namedKmsId,
  type KmsConnection,
  type PersistentVolumeClaim,
} from 'backstage-plugin-volume-encryption-common';
import type { Systems } from '../systems';
import { find, type ClusterSnapshot } from '../volumeIndex';

/** The ids of what a claim rests on, as far as they are known. */
export interface Footing {
  storageClass?: string;
  /** Where its key is. */
  kms?: string;
  /** Whose credential leads to the key, if tenants have one of their own. */
  tenant?: string;
}

/** A cluster, and the KMS connections that it probably reads, by their ids. */
export interface KnownCluster {
  snapshot: ClusterSnapshot;
  connections: ReadonlyMap<string, KmsConnection>;
  systems: Systems;
}

/** By the record of its volume, or the class where there is no volume yet. */
export function restsOn(
  claim: PersistentVolumeClaim,
  known: KnownCluster,
): Footing {
  const { cluster, tables } = known.snapshot;
  const { storageClassName = '', volumeName = '', meta } = claim;
  const storageClass = storageClassName
    ? catalogFactId.storageClass(cluster, storageClassName)
    : undefined;
  const volume = find(tables.PersistentVolume, volumeName);
  const asked = find(tables.StorageClass, storageClassName);
  const isRecorded = volume && isVolumeOfClaim(volume, claim);
  const [driver, record] = isRecorded
    ? [volume.csi?.driver, volume.csi?.attributes]
    : [asked?.provisioner, asked?.parameters];
  const connection = connectionNamed(driver, record, known);
  if (!connection) return { storageClass };
  return {
    storageClass,
    kms: kmsOf(connection, known),
    tenant: isTenantType(connection.kmsType)
      ? catalogFactId.tenant(cluster, meta.namespace)
      : undefined,
  };
}

/** The KMS connection that a record of Ceph CSI names, if it is there. */
export function connectionNamed(
  driver: string | undefined,
  record: Record<string, string> | undefined,
  { connections }: KnownCluster,
): KmsConnection | undefined {
  const asked = cephDriverOf(driver ?? '')?.readEncryption(record ?? {});
  const kmsId = asked && namedKmsId(asked);
  return kmsId === undefined ? undefined : connections.get(kmsId);
}

/** The id of the KMS at a connection's address, if the portal knows it. */
export function kmsOf(
  { options }: KmsConnection,
  { systems }: KnownCluster,
): string | undefined {
  const kms = systems.findKmsAt(options.vaultAddress ?? '');
  return kms && catalogFactId.kms(kms.name);
}
