import { asksNothing, nothingRecorded, notKnownInFlight } from './answers';
import type { DriverProfile } from './driverProfile';
import { named } from './named';

const FIX =
  'The management of the array confirms it: FlashArray and FlashBlade are built to encrypt always.';

/**
 * Pure Service Orchestrator (purestorage/pso-csi, discontinued; Portworx took its
 * place). Neither class nor volume says anything of encryption. The vendor says
 * that its arrays always encrypt, but the PersistentVolume does not tell which
 * array it is on, so that is for the storage administrator to confirm.
 */
export const pure: DriverProfile = {
  id: 'pure',
  title: 'Pure Storage',
  matches: named('pure-csi', 'pure-provisioner'),
  readClass: () =>
    asksNothing('No parameter of the driver is about encryption.'),
  readVolume: () =>
    nothingRecorded(
      `The driver records nothing of encryption; the array may encrypt all that it stores. ${FIX}`,
    ),
  readInFlight: () =>
    notKnownInFlight('Nothing on the volume says how its data travels.'),
  mountProvesEncryption: false,
  encrypts: 'below',
  copies: 'A copy is encrypted as its array is.',
  knowledge: {
    read: 'Nothing of encryption.',
    highestGrade: 'E0',
    holder: 'The array; not read.',
    never: 'Which array it is on, and what that does.',
    settledBy: FIX,
  },
};
