import {
  catalogFactId,
  cephDriverOf,
  isVolumeOfClaim,
  namedKmsId,
  type PersistentVolumeClaim,
} from 'backstage-plugin-volume-encryption-common';
import { find, type ClusterSnapshot } from '../volumeIndex';

/** The ids of what a claim rests on, as far as they are known. */
export interface Footing {
  storageClass?: string;
  /** Where its key is. */
  kms?: string;
  /** Whose credential leads to the key, if tenants have one of their own. */
  tenant?: string;
}

/** Where a KMS connection leads. */
export interface KnownConnection {
  /** The id of the KMS at its address, if the portal knows it. */
  kms?: string;
  /** Whether each tenant has a credential of its own. */
  isOfTenants: boolean;
}

/** A cluster, and the KMS connections that it probably reads, by their ids. */
export interface KnownCluster {
  snapshot: ClusterSnapshot;
  connections: ReadonlyMap<string, KnownConnection>;
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
  const { kms, isOfTenants } = connection;
  const tenant = isOfTenants
    ? catalogFactId.tenant(cluster, meta.namespace)
    : undefined;
  return { storageClass, kms, tenant };
}

/** Records never change, and of many volumes each is read again and again. */
const read = new WeakMap<Record<string, string>, { kmsId?: string }>();

/** The KMS connection that a record of Ceph CSI names, if it is there. */
export function connectionNamed(
  driver = '',
  record: Record<string, string> = {},
  { connections }: KnownCluster,
): KnownConnection | undefined {
  const before = read.get(record);
  const { kmsId } = before ?? readRecord(driver, record);
  if (!before) read.set(record, { kmsId });
  return kmsId === undefined ? undefined : connections.get(kmsId);
}

function readRecord(driver: string, record: Record<string, string>) {
  const asked = cephDriverOf(driver)?.readEncryption(record);
  return { kmsId: asked && namedKmsId(asked) };
}
