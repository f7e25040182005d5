import type { LifecycleKey } from '../contract/api';
import { DATA_IS_LOST, possible } from './actAnswers';
import type { DriverLifecycle } from './driverLifecycle';

/**
 * Amazon EBS (aws-ebs-csi-driver `pkg/cloud/cloud.go`, `docs/parameters.md`; clones
 * since 1.51). A restore is as encrypted as its snapshot. A clone is asked for by
 * CopyVolumes without `Encrypted`; what that makes of an unencrypted source was not
 * run. Keys are AWS KMS's: the driver deletes none.
 */
export const awsEbs: DriverLifecycle = {
  drivers: ['aws-ebs'],
  sources:
    'aws-ebs-csi-driver pkg/cloud/cloud.go, pkg/driver/controller.go, docs/parameters.md',
  expand: () =>
    possible(
      'The volume grows at once, its file system on the node that has it mounted.',
      inKms('same', 'A key in AWS KMS, if the volume has one, stays as it is.'),
    ),
  snapshot: () =>
    possible(
      'The snapshot is as encrypted as the volume.',
      inKms(
        'shared',
        'A key in AWS KMS, if the volume has one, is that of the snapshot too.',
      ),
      'Without the key in AWS KMS the snapshot cannot be restored.',
    ),
  restore: () =>
    possible(
      'A new volume that is encrypted if its snapshot is; a class that asks for encryption can add it.',
      inKms(
        'shared',
        'It has the key of the snapshot, unless its class names another.',
      ),
    ),
  clone: () =>
    possible(
      'A new volume with the data of this one, in the same zone.',
      inKms(
        'shared',
        'A key in AWS KMS, if the volume has one, is that of the clone too.',
      ),
      'A clone is asked for without encryption: of an unencrypted volume it may be unencrypted, whatever its class asks for.',
    ),
  delete: () =>
    possible(
      'The driver deletes the volume; its snapshots stay.',
      inKms(
        'stays',
        'A key in AWS KMS, if the volume has one, stays: the driver deletes no keys.',
      ),
      DATA_IS_LOST,
    ),
};

function inKms(fate: LifecycleKey['fate'], message: string): LifecycleKey {
  return { fate, message };
}
