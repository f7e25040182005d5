/** Where Ceph CSI looks for a key, and whose Vault that is. @public */
export interface KeyPlace {
  /** The portal's name of the KMS; absent where it knows none of that address. */
  kms?: string;
  /** The KV mount, with the Vault namespace in front where there is one. */
  mount: string;
  /** Below the mount, with its folders. */
  name: string;
  /** The KV version as far as the connection says it. */
  version: 'v1' | 'v2' | 'detected';
}

/** Something of a cluster that has a key by its handle, or may have one. @public */
export interface KeyUse {
  cluster: string;
  kind: 'PersistentVolume' | 'VolumeSnapshotContent';
  /** Of the object. */
  name: string;
  /** Its claim or snapshot, `<namespace>/<name>`; absent where it is of none. */
  of?: string;
  handle: string;
  /**
   * Where its key has to be. Absent for snapshots, whose key is found by the
   * handle alone, for what has no key of its own in a Vault, and where it cannot
   * be told.
   */
  place?: KeyPlace;
  /**
   * Whether a key has to be there. Ceph CSI makes that of a file-encrypted volume
   * at its first mount (`internal/util/fscrypt`); one that is being deleted may
   * have lost its own already.
   */
  needs: 'key' | 'key-after-mount' | 'none';
}

/** What of one cluster has keys, and how far that is known. @public */
export interface ClusterKeyUses {
  cluster: string;
  uses: readonly KeyUse[];
  /** Why its volumes are not known as of now, where they are not. */
  unread?: string;
  /** The same of its snapshots. */
  snapshotsUnread?: string;
  /** When its snapshots were listed; ISO 8601. */
  snapshotsAt?: string;
  /** KMSs that its connections lead to; undefined where these are not known. */
  kms?: ReadonlySet<string>;
  /** Folders in which a key may be in the making, for a claim that waits. */
  waiting: readonly KeyPlace[];
  /** Whether a snapshot has no handle yet, so that its key cannot be told. */
  hasUnnamedSnapshot: boolean;
}
