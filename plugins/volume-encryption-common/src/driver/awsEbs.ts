import { asksNothing, nothingRecorded, notKnownInFlight } from './answers';
import type { DriverProfile } from './driverProfile';
import { named } from './named';
import { textOf } from './parameters';
import type { ClassAsk } from './volumeAnswer';

const FIX =
  'ec2:DescribeVolumes says Encrypted and KmsKeyId of the volume by its handle.';

/**
 * Amazon EBS (aws-ebs-csi-driver `pkg/driver/controller.go`,
 * `pkg/cloud/cloud.go`, `docs/parameters.md`). Parameters are told apart without
 * regard to case, `encrypted` counts as exactly "true", and `kmsKeyId` forces
 * encryption. The attributes hold formatting only; encryption by default of the
 * account may encrypt what nobody asked for, so nothing here is ever `none`. A
 * clone is made by CopyVolumes without `Encrypted`: of an unencrypted source it
 * may be unencrypted whatever the class asks.
 */
export const awsEbs: DriverProfile = {
  id: 'aws-ebs',
  title: 'Amazon EBS',
  matches: named(
    'ebs.csi.aws.com',
    'ebs.csi.eks.amazonaws.com',
    'kubernetes.io/aws-ebs',
    'spec.awsElasticBlockStore',
  ),
  readClass,
  readVolume: () =>
    nothingRecorded(
      `The EBS driver records nothing of encryption on a volume. ${FIX}`,
    ),
  readInFlight: () =>
    notKnownInFlight(
      'EBS encrypts between instance and volume for encrypted volumes, and whether this is one is not known.',
    ),
  mountProvesEncryption: false,
  encrypts: 'below',
  copies:
    'A restore is as encrypted as its snapshot. A clone of an encrypted volume is encrypted; of an unencrypted one it may be unencrypted, whatever the class asks for.',
  copyRecord: 'holds',
  knowledge: {
    read: 'The class (encrypted, kmsKeyId), and of what the volume is a copy.',
    highestGrade: 'E1',
    holder: 'AWS KMS, with a key of the customer or of AWS; not read.',
    never:
      'Encrypted and KmsKeyId of the volume; encryption by default of the account.',
    settledBy: FIX,
  },
};

function readClass(parameters: Record<string, string>): ClassAsk {
  if (textOf(parameters, 'kmsKeyId')) {
    return {
      asks: 'volume/customer-key',
      why: 'The class names a key (kmsKeyId), which forces encryption; the key may be one of AWS.',
    };
  }
  if (textOf(parameters, 'encrypted') === 'true') {
    return {
      asks: 'volume/provider-key',
      why: 'The class asks for encryption with the default key of the account.',
    };
  }
  return asksNothing(
    'The class asks for no encryption, but the account may encrypt by default.',
  );
}
