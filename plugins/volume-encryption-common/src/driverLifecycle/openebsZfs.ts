import { DATA_IS_LOST, keyOf, possible } from './actAnswers';
import type {
  ActAnswer,
  DriverLifecycle,
  LifecycleVolume,
} from './driverLifecycle';
import { keyStays, keyWhenGrown } from './heldKeys';

/**
 * ZFS-LocalPV: the key is where the class parameter `keylocation` says, a file on the
 * node (openebs/zfs-localpv `pkg/driver/controller.go` CreateZFSVolume,
 * `pkg/zfs/zfs_util.go`). Snapshots and clones share the key of their origin (OpenZFS
 * `zfs-load-key(8)`). Restore and clone must be of the pool and size of their source
 * (CreateSnapClone, CreateVolClone), and named `encryption` to `zfs clone`, which ZFS
 * refuses, until openebs/zfs-localpv#675 (`buildCloneCreateArgs`; #427). Deletion is
 * `zfs destroy -r`, since #613 not before the snapshots are gone; clones hold it up
 * (`docs/promote.md`, #236).
 */
export const openebsZfs: DriverLifecycle = {
  drivers: ['openebs-zfs'],
  sources:
    'openebs/zfs-localpv pkg/driver/controller.go, pkg/zfs/zfs_util.go, docs/clone.md, docs/promote.md, #236, #427, #613, #675; OpenZFS zfs-load-key(8)',
  expand: volume =>
    possible(
      'The data set grows at once on its node.',
      keyWhenGrown(volume, false),
    ),
  snapshot: volume =>
    possible('The snapshot stays in the pool of its node.', shared(volume)),
  restore: copy,
  clone: copy,
  delete: volume =>
    possible(
      'The driver destroys the data set on its node. Clones of it, and in newer versions of the driver snapshots, hold that up until they are gone; older versions destroy its snapshots too.',
      keyStays(volume),
      DATA_IS_LOST,
    ),
};

function copy(volume: LifecycleVolume): ActAnswer {
  return possible(
    'A ZFS clone on the same node, as encrypted as its source. Its class must name the same pool, and its claim the same size.',
    shared(volume),
    volume.keptIn === 'node'
      ? 'Without the key file on the node neither the volume nor its copies open. Versions of the driver before late 2025 fail to copy a volume whose class names encryption.'
      : undefined,
  );
}

function shared(volume: LifecycleVolume) {
  return keyOf(volume, 'shared', 'It shares the key of its source.');
}
