import { asksNothing, nothingRecorded } from './answers';
import type { DriverProfile } from './driverProfile';
import { parseGoBoolean } from './goBoolean';
import { named } from './named';
import { textOf } from './parameters';
import type { InFlightAnswer } from './volumeAnswer';
import type { VolumeObjects } from './volumeObjects';

const FIX =
  'efs:DescribeFileSystems says Encrypted and KmsKeyId of the file system.';

/**
 * Amazon EFS (aws-efs-csi-driver `docs/parameters.md`, `pkg/driver/node.go`).
 * At rest it is a property of the file system, of which nothing is recorded. In
 * flight TLS is the default; only the attribute `encryptInTransit: "false"`
 * switches it off, and not for mounts through an access point.
 */
export const awsEfs: DriverProfile = {
  id: 'aws-efs',
  title: 'Amazon EFS',
  matches: named('efs.csi.aws.com'),
  readClass: () =>
    asksNothing('No parameter of the EFS driver is about encryption at rest.'),
  readVolume: () =>
    nothingRecorded(
      `Encryption is a property of the file system, and the EFS driver records nothing of it. ${FIX}`,
    ),
  readInFlight,
  mountProvesEncryption: false,
  encrypts: 'below',
  copies: 'A volume is a directory of its file system, encrypted as that is.',
  copyRecord: 'holds',
  knowledge: {
    read: 'Attribute encryptInTransit and the volume handle, for the wire.',
    highestGrade: 'E0',
    holder: 'AWS KMS, if the file system is encrypted; not read.',
    never: 'Encrypted and KmsKeyId of the file system.',
    settledBy: FIX,
  },
};

function readInFlight({
  attributes,
  volumeHandle,
}: VolumeObjects): InFlightAnswer {
  const isAccessPoint = /::fsap-/.test(volumeHandle);
  const encryptInTransit = textOf(attributes, 'encryptInTransit');
  if (encryptInTransit === undefined || isAccessPoint) {
    return { answer: 'encrypted', why: 'The EFS driver mounts with TLS.' };
  }
  switch (parseGoBoolean(encryptInTransit)) {
    case true:
      return { answer: 'encrypted', why: 'The EFS driver mounts with TLS.' };
    case false:
      return {
        answer: 'clear',
        why: 'The attribute encryptInTransit switches TLS off.',
      };
    default:
      return {
        answer: 'unknown',
        why: `The attribute encryptInTransit is "${encryptInTransit}", which the driver refuses.`,
      };
  }
}
