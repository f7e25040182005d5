import type { LifecycleKey } from '../contract/api';
import { DATA_IS_LOST, notKnown, possible } from './actAnswers';
import type { DriverLifecycle } from './driverLifecycle';

/**
 * vSphere (vsphere-csi-driver `docs/book/features/volume_expansion.md` and
 * `volume_snapshot.md` for the versions). A volume that has snapshots is neither grown
 * nor deleted (kubernetes-sigs/vsphere-csi-driver#1132, #1887, #2623). Growing tells
 * vCenter the new size only (`pkg/common/cns-lib/volume/manager.go` expandVolume). A
 * restore gets the storage policy of its own class (#4217). Clones were not offered by
 * 3.0 (#2624). Keys are the key provider's (`pkg/common/cns-lib/crypto`); what a
 * snapshot does with them is not told.
 */
export const vsphere: DriverLifecycle = {
  drivers: ['vsphere'],
  sources:
    'vsphere-csi-driver docs/book/features/volume_expansion.md, volume_snapshot.md, pkg/common/cns-lib; kubernetes-sigs/vsphere-csi-driver#1132, #1887, #2623, #2624, #4217',
  expand: () =>
    possible(
      'The disk grows, unless it has snapshots: detached from vSphere 7.0 on (in a guest cluster from Update 1, in a Supervisor from Update 2), while mounted from 7.0 Update 2 on.',
      atProvider('same', 'A key of the volume stays as it is.'),
    ),
  snapshot: () =>
    possible(
      'From vSphere 7.0 Update 3 on. While it exists the disk can be neither grown nor deleted.',
      atProvider(
        'unknown',
        'Whether the snapshot is encrypted, and with which key, is not known; only vCenter tells it.',
      ),
    ),
  restore: () =>
    possible('A new disk with the storage policy that its own class names.', {
      fate: 'unknown',
      message:
        'Whether and with which key it is encrypted depends on the policy of its class, which only vCenter tells.',
    }),
  clone: () =>
    notKnown(
      "Version 3.0 of the driver makes no clones; whether a newer one does is not known. The driver's documentation settles it; a snapshot and its restore do the same.",
    ),
  delete: () =>
    possible(
      'The driver deletes the disk, unless it has snapshots: then the disk stays until they are gone.',
      atProvider(
        'stays',
        'A key of the disk, if there is one, is left to the key provider of vCenter: the driver deletes no keys.',
      ),
      DATA_IS_LOST,
    ),
};

function atProvider(fate: LifecycleKey['fate'], message: string): LifecycleKey {
  return { fate, message };
}
