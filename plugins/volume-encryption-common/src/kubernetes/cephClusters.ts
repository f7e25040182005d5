import type { ObjectMeta } from './objects';

/** What is asked for of a set of storage devices, or of the disks of a node. @public */
export interface DevicesAsked {
  /** Of the device set or of the node. */
  name: string;
  /** Undefined where the field cannot be read. */
  encrypted?: boolean;
}

/** What a Ceph cluster is asked for, of its own storage devices. @public */
export interface CephStorage {
  meta: ObjectMeta;
  /** True when Ceph is run elsewhere, so that this object knows no device of it. */
  isExternal: boolean;
  devices: DevicesAsked[];
  /** True when the keys of the devices are kept in a KMS. */
  usesKms: boolean;
}

/**
 * Rook's own object of a Ceph cluster (`cephclusters.ceph.rook.io`): of each device
 * set `encrypted`, of disks of nodes `encryptedDevice: "true"` in the `config` of
 * the storage, the node or the device (rook `pkg/apis/ceph.rook.io/v1/types.go`,
 * `pkg/operator/ceph/cluster/osd/config/config.go`).
 *
 * @public
 */
export interface CephCluster extends CephStorage {
  kind: 'CephCluster';
}

/**
 * OpenShift Data Foundation's object, of which its operator makes the CephCluster
 * (`storageclusters.ocs.openshift.io`). A device set's own `encrypted` wins over
 * `encryption.clusterWide` and the older `encryption.enable` (ocs-operator
 * `internal/controller/storagecluster/cephcluster.go`).
 *
 * @public
 */
export interface StorageCluster extends CephStorage {
  kind: 'StorageCluster';
}
