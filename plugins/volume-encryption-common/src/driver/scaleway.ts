import {
  ambiguous,
  ASKS_FOR_LUKS,
  ASKS_FOR_NONE,
  customerKey,
  nothingRecorded,
  openedOnNode,
  unencrypted,
  UNTOLD_IN_FLIGHT,
} from './answers';
import type { DriverProfile } from './driverProfile';
import { parseGoBoolean } from './goBoolean';
import { named } from './named';
import type { VolumeAnswer } from './volumeAnswer';
import type { VolumeObjects } from './volumeObjects';

/**
 * Scaleway Block Storage (scaleway/scaleway-csi). The driver writes `encrypted`
 * as "true" or "false" on every volume; the node opens or formats LUKS with
 * `encryptionPassphrase` of the Secret of the mount, or fails.
 */
export const scaleway: DriverProfile = {
  id: 'scaleway',
  title: 'Scaleway Block Storage',
  matches: named('csi.scaleway.com'),
  readClass: ({ encrypted = 'false' }) => {
    const isEncrypted = parseGoBoolean(encrypted);
    if (isEncrypted === undefined) {
      return { asks: 'invalid', why: 'encrypted must be "true" or "false".' };
    }
    return isEncrypted ? ASKS_FOR_LUKS : ASKS_FOR_NONE;
  },
  readVolume,
  readInFlight: (_, isOpenedOnNode) =>
    openedOnNode(isOpenedOnNode, UNTOLD_IN_FLIGHT),
  mountProvesEncryption: true,
  encrypts: 'at-first-mount',
  copies: 'A restore is opened as LUKS by its own record, or its mount fails.',
  copyRecord: 'holds-when-mounted',
  knowledge: {
    read: 'Attribute encrypted; the Secret that the volume names.',
    highestGrade: 'E4',
    holder: 'The Secret of the class.',
    never: 'The passphrase.',
    settledBy: 'cryptsetup status on the node.',
  },
};

function readVolume({ attributes, secrets }: VolumeObjects): VolumeAnswer {
  const { encrypted } = attributes;
  if (encrypted === undefined) {
    return nothingRecorded(
      'The attribute that this driver writes always is not there.',
    );
  }
  switch (parseGoBoolean(encrypted)) {
    case true:
      return customerKey({
        holder: 'secret',
        secret: secrets.stage,
        evidence: 'The driver recorded encryption on the volume (encrypted).',
      });
    case false:
      return unencrypted(
        'The driver recorded that the volume is not encrypted.',
      );
    default:
      return ambiguous(`The attribute encrypted is "${encrypted}".`);
  }
}
