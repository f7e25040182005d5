import {
  ambiguous,
  ASKS_FOR_LUKS,
  ASKS_FOR_NONE,
  customerKey,
  openedOnNode,
  unencrypted,
  UNTOLD_IN_FLIGHT,
} from './answers';
import type { DriverProfile } from './driverProfile';
import { named } from './named';
import type { VolumeAnswer } from './volumeAnswer';
import type { VolumeObjects } from './volumeObjects';

/**
 * Outscale BSU (outscale/osc-bsu-csi-driver `pkg/driver/controller.go`,
 * `node.go`). `encrypted` is echoed only if it is exactly "true"; the node
 * encrypts with LUKS, but skips that for raw block volumes. `kmsKeyId` is not
 * supported.
 */
export const outscale: DriverProfile = {
  id: 'outscale',
  title: 'Outscale BSU',
  matches: named('bsu.csi.outscale.com'),
  readClass: ({ encrypted }) =>
    encrypted === 'true' ? ASKS_FOR_LUKS : ASKS_FOR_NONE,
  readVolume,
  readInFlight: (_, isOpenedOnNode) =>
    openedOnNode(isOpenedOnNode, UNTOLD_IN_FLIGHT),
  mountProvesEncryption: true,
  encrypts: 'at-first-mount',
  copies:
    'A restore holds what its snapshot held; its record says what its class asked.',
  copyRecord: 'holds-when-mounted',
  knowledge: {
    read: 'Attribute encrypted; volume mode; the Secret that the volume names.',
    highestGrade: 'E4',
    holder: 'The Secret of the class.',
    never: 'The passphrase; what a snapshot held.',
    settledBy: 'cryptsetup status on the node.',
  },
};

function readVolume({
  attributes,
  volumeMode,
  secrets,
}: VolumeObjects): VolumeAnswer {
  const { encrypted } = attributes;
  if (encrypted === undefined || encrypted === 'false') {
    return unencrypted('The driver recorded no encryption on the volume.');
  }
  if (encrypted !== 'true') {
    return ambiguous(
      `The attribute encrypted is "${encrypted}", which this driver does not write.`,
    );
  }
  if (volumeMode === 'Block') {
    return unencrypted(
      'The attribute asks for LUKS, but the node skips it for raw block volumes.',
    );
  }
  return customerKey({
    holder: 'secret',
    secret: secrets.stage,
    evidence: 'The driver recorded encryption on the volume (encrypted).',
  });
}
