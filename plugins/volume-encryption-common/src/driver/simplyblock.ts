import {
  ASKS_FOR_NONE,
  customerKey,
  nothingRecorded,
  unencrypted,
} from './answers';
import type { DriverProfile } from './driverProfile';
import { named } from './named';
import type { VolumeAnswer } from './volumeAnswer';
import type { VolumeObjects } from './volumeObjects';

/**
 * simplyblock (simplyblock-csi `pkg/spdk/controllerserver.go`). Class parameters
 * are echoed as attributes; `encryption` counts as "true" or "True" exactly, and
 * the volume is not made without both keys from the Secret that the claim names.
 * A copy is made without regard to it. The storage node encrypts, so NVMe over
 * fabrics carries clear text.
 */
export const simplyblock: DriverProfile = {
  id: 'simplyblock',
  title: 'simplyblock',
  matches: named('csi.simplyblock.io'),
  readClass: ({ encryption }) =>
    isTrue(encryption)
      ? { asks: 'volume/customer-key', why: 'The class asks for encryption.' }
      : ASKS_FOR_NONE,
  readVolume,
  readInFlight: () => ({
    answer: 'clear',
    why: 'The storage node encrypts; NVMe over fabrics carries clear text.',
  }),
  mountProvesEncryption: false,
  encrypts: 'below',
  copies: 'A copy is as encrypted as its source, whatever its class asks.',
  copyRecord: 'says-nothing',
  knowledge: {
    read: 'Attribute encryption.',
    highestGrade: 'E2',
    holder: 'A Secret that the claim names, and the storage cluster.',
    never: 'The keys; what the source of a copy was.',
    settledBy: 'sbcli lvol get says whether the volume is encrypted.',
  },
};

function isTrue(text: string | undefined): boolean {
  return text === 'true' || text === 'True';
}

function readVolume({ attributes }: VolumeObjects): VolumeAnswer {
  if (Object.keys(attributes).length === 0) {
    return nothingRecorded('The volume has no attributes.');
  }
  return isTrue(attributes.encryption)
    ? customerKey({
        holder: 'secret',
        evidence:
          'The driver recorded encryption on the volume, which it makes only with the keys of the claim.',
      })
    : unencrypted('The driver recorded no encryption on the volume.');
}
