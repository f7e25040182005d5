import type { LifecycleKey } from '../contract/api';
import { DATA_IS_LOST, notKnown, possible } from './actAnswers';
import type { DriverLifecycle } from './driverLifecycle';

/**
 * vSphere (cloud.google.com, Google Distributed Cloud "Using the vSphere CSI
 * driver", for the versions; vsphere-csi-driver `pkg/common/cns-lib/crypto` for the
 * keys, which the key provider of vCenter holds). A copy gets the storage policy of
 * its own class. Whether it clones depends on the flavour, and is not told.
 */
export const vsphere: DriverLifecycle = {
  drivers: ['vsphere'],
  sources:
    'cloud.google.com Google Distributed Cloud, vSphere CSI driver; vsphere-csi-driver pkg/common/cns-lib/crypto',
  expand: () =>
    possible(
      'The disk grows: detached from vSphere 7.0 Update 1 on, while mounted from Update 2 on.',
      atProvider('same', 'A key of the volume stays as it is.'),
    ),
  snapshot: () =>
    possible(
      'The snapshot is encrypted if the disk is; from vSphere 7.0 Update 3 on.',
      atProvider('shared', 'The snapshot needs the key of its disk.'),
    ),
  restore: () =>
    possible('A new disk with the storage policy that its own class names.', {
      fate: 'unknown',
      message:
        'Whether and with which key it is encrypted depends on the policy of its class, which only vCenter tells.',
    }),
  clone: () =>
    notKnown(
      "Nothing that we read says whether this flavour of the driver makes clones. The driver's documentation settles it; a snapshot and its restore do the same.",
    ),
  delete: () =>
    possible(
      'The driver deletes the disk.',
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
