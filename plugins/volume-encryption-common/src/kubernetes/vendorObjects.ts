import type { ObjectMeta } from './objects';

/**
 * Longhorn's own object of a volume (`volumes.longhorn.io`, named as the
 * volume's handle). `spec.encrypted` cannot be changed (longhorn-manager
 * `k8s/pkg/apis/longhorn/v1beta2/volume.go`, a CEL rule).
 *
 * @public
 */
export interface LonghornVolume {
  kind: 'LonghornVolume';
  meta: ObjectMeta;
  /** Absent when the field is not there, which is not the same as false. */
  encrypted?: boolean;
}

/**
 * Trident's own object of a volume (`tridentvolumes.trident.netapp.io`, named as
 * the volume's handle), its `config` (Trident `storage/volume.go`).
 *
 * @public
 */
export interface TridentVolume {
  kind: 'TridentVolume';
  meta: ObjectMeta;
  /** NVE or NAE by the array: "true", "false", or empty for what the aggregate does. */
  encryption?: string;
  /** LUKS by the node that mounts it. */
  luksEncryption?: string;
}

/**
 * ZFS-LocalPV's own object of a volume (`zfsvolumes.zfs.openebs.io`, named as the
 * volume's handle), its `spec` (openebs/zfs-localpv `pkg/apis`).
 *
 * @public
 */
export interface ZfsVolume {
  kind: 'ZFSVolume';
  meta: ObjectMeta;
  /** The property `encryption`: `on`, `off` or a cipher. */
  encryption?: string;
  poolName?: string;
  /** `status.state`: Pending, Ready or Failed. */
  state?: string;
}

/** A vendor's own object of one volume. @public */
export type VendorObject = LonghornVolume | TridentVolume | ZfsVolume;

/** That a volume is attached to a node, and what its driver told of that. @public */
export interface VolumeAttachment {
  kind: 'VolumeAttachment';
  meta: ObjectMeta;
  /** Name of the PersistentVolume; absent for inline volumes. */
  volumeName?: string;
  attached: boolean;
  /** `status.attachmentMetadata`, what the driver's controller published. */
  metadata: Record<string, string>;
}
