import {
  DATA_IS_LOST,
  keyOf,
  notKnown,
  possible,
  UNKNOWN_KEY,
} from './actAnswers';
import type { DriverLifecycle } from './driverLifecycle';
import { keyWhenGrown } from './heldKeys';

/**
 * OpenEBS LVM-LocalPV: logical volumes without encryption of their own, so that no act
 * touches a key. Snapshots are taken of thin and thick volumes, and one that has some is
 * neither grown nor deleted (openebs/lvm-localpv `pkg/driver/controller.go`
 * ControllerExpandVolume, validateDeleteVolumeReq; `docs/snapshot.md`). Restore of thin
 * snapshots came late in 2025 (#417, #419); clones were not offered
 * (`docs/csi_capability.md`).
 */
export const openebsLvm: DriverLifecycle = {
  drivers: ['openebs-lvm'],
  sources:
    'openebs/lvm-localpv pkg/driver/controller.go, docs/snapshot.md, docs/csi_capability.md, #417, #419',
  expand: volume =>
    possible(
      'The logical volume grows on its node, with its file system, unless it has snapshots.',
      keyWhenGrown(volume, false),
    ),
  snapshot: volume =>
    possible(
      'The snapshot stays in the volume group of its node. While it exists the volume can be neither grown nor deleted.',
      keyOf(volume, 'unknown', UNKNOWN_KEY.message),
    ),
  restore: () =>
    notKnown(
      "Versions of the driver from late 2025 on restore snapshots of thin volumes only, older ones none. The driver's version and thinProvision of the class settle it.",
    ),
  clone: () =>
    notKnown(
      "Older versions of the driver make no clones; whether a newer one does is not known. The driver's documentation settles it.",
    ),
  delete: volume =>
    possible(
      'The driver removes the logical volume on its node, unless it has snapshots: then it stays until they are gone.',
      keyWhenGrown(volume, false),
      DATA_IS_LOST,
    ),
};
