import type { ConnectionSource } from '../kmsConnection/connectionSource';
import type {
  ConfigMap,
  PersistentVolume,
  ServiceAccount,
  StorageClass,
  VolumeSnapshotContent,
} from '../kubernetes/objects';

/** What the change of a KMS connection depends on. @public */
export interface ConnectionState {
  /** Namespace of the Ceph CSI pods, where the connections are. */
  namespace: string;
  source: ConnectionSource;
  /** The ConfigMap in force; undefined when it is not there. */
  configMap?: ConfigMap;
  volumes: readonly PersistentVolume[];
  storageClasses: readonly StorageClass[];
  /** Of the cluster; none where it has no such kind, and for a removal only. */
  snapshotContents: readonly VolumeSnapshotContent[];
  /** Namespaces with a token on record, and its KMS; for a removal only. */
  recordedTokens: readonly { namespace: string; kms: string }[];
  /** Of the cluster; for a removal only. */
  serviceAccounts: readonly ServiceAccount[];
  /**
   * The tenants' overrides, in whichever namespaces have volumes of the
   * connection; all of those that the connection names before and after.
   */
  tenantConfigMaps: readonly ConfigMap[];
  /** The portal's name of the KMS at an address, if it knows one. */
  kmsNameOf(address: string): string | undefined;
}

/** The volumes that were made with a connection and need it at every mount. */
export function volumesOf(
  kmsId: string,
  { volumes }: Pick<ConnectionState, 'volumes'>,
): PersistentVolume[] {
  return volumes.filter(({ csi }) => csi?.attributes.encryptionKMSID === kmsId);
}
