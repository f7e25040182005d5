import { DATA_IS_LOST, possible } from './actAnswers';
import type { DriverLifecycle } from './driverLifecycle';

/**
 * GCE persistent disks (gcp-compute-persistent-disk-csi-driver
 * `pkg/gce-pd-csi-driver/controller.go` CreateVolume: a clone whose class names another
 * key than its source has, or none where that has one, is an invalid argument). When a
 * disk is deleted Google discards the keys that encrypted it (cloud.google.com,
 * Compute Engine "Encrypt disks"); a key of the customer in Cloud KMS is not theirs
 * to delete.
 */
export const gcePd: DriverLifecycle = {
  drivers: ['gce-pd'],
  sources:
    'gcp-compute-persistent-disk-csi-driver pkg/gce-pd-csi-driver/controller.go; cloud.google.com Compute Engine, disk encryption',
  expand: () =>
    possible(
      'The disk grows at once, its file system on the node that has it mounted.',
      { fate: 'same', message: 'The key stays as it is.' },
    ),
  snapshot: () =>
    possible(
      'The snapshot is encrypted, as all of them are.',
      {
        fate: 'shared',
        message:
          "By Google's key, or by the disk's key in Cloud KMS if its class named one.",
      },
      'Without the key in Cloud KMS the snapshot cannot be restored.',
    ),
  restore: () =>
    possible('A new disk, encrypted as all of them are.', {
      fate: 'new',
      message:
        'By the key in Cloud KMS that its own class names, else by one of Google.',
    }),
  clone: () =>
    possible(
      'A new disk with the data of this one; refused unless its class names the key of its source, and none if that has none in Cloud KMS.',
      { fate: 'shared', message: 'The clone must have the key of its source.' },
    ),
  delete: () =>
    possible(
      'The driver deletes the disk; its snapshots stay.',
      {
        fate: 'stays',
        message:
          'A key in Cloud KMS stays, if the disk has one; Google discards the keys of its own that encrypted the disk.',
      },
      DATA_IS_LOST,
    ),
};
