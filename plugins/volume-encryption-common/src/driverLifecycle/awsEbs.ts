import type { LifecycleKey } from '../contract/api';
import { DATA_IS_LOST, possible } from './actAnswers';
import type { DriverLifecycle } from './driverLifecycle';

/**
 * Amazon EBS. A snapshot is asked for without a word of keys (aws-ebs-csi-driver
 * `pkg/cloud/cloud.go` CreateSnapshot), so that it is as its volume, and a restore is
 * encrypted by the key of its snapshot or by the one that its class names
 * (docs.aws.amazon.com, EBS "encryption examples", encryption outcomes). Clones are
 * made by CopyVolumes since 1.51 (kubernetes-sigs/aws-ebs-csi-driver#2716). EC2
 * encrypts the copy of what is encrypted, and knows `Encrypted` and `KmsKeyId` for
 * the rest since September 2026 (EC2 API CopyVolumes). Whether the driver gives them
 * was not found, nor was a clone run. Snapshots outlive their volume (EBS "Delete an
 * Amazon EBS snapshot"). Keys are AWS KMS's: the driver deletes none.
 */
export const awsEbs: DriverLifecycle = {
  drivers: ['aws-ebs'],
  sources:
    'aws-ebs-csi-driver pkg/cloud/cloud.go, docs/parameters.md, #2716; docs.aws.amazon.com EBS encryption examples, EC2 API CopyVolumes',
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
        'unknown',
        'The clone of an encrypted volume is encrypted; by the key of its source or by the default one of the account is not known. The clone in EC2 tells it.',
      ),
      'Of an unencrypted volume the clone may be unencrypted, whatever its class asks for.',
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
