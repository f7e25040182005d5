import { asksNothing, nothingRecorded, UNTOLD_IN_FLIGHT } from './answers';
import type { DriverProfile } from './driverProfile';
import { named } from './named';

const FIX =
  'The management of the array says whether the parity group of the pool encrypts.';

/**
 * Hitachi Storage Plug-in for Containers (closed source; its class parameters are
 * serialNumber, poolID, portID, connectionType and the like). None is about
 * encryption, which is a property of parity groups on the array.
 */
export const hitachi: DriverProfile = {
  id: 'hitachi',
  title: 'Hitachi storage',
  matches: named('hspc.csi.hitachi.com'),
  readClass: () =>
    asksNothing('No parameter of the driver is about encryption.'),
  readVolume: () =>
    nothingRecorded(
      `The driver records nothing of encryption; the array may encrypt all that it stores. ${FIX}`,
    ),
  readInFlight: () => UNTOLD_IN_FLIGHT,
  mountProvesEncryption: false,
  encrypts: 'below',
  copies: 'A copy is encrypted as its pool is.',
  copyRecord: 'holds',
  knowledge: {
    read: 'Nothing of encryption.',
    highestGrade: 'E0',
    holder: 'The array or its key manager; not read.',
    never: 'Whether the array encrypts.',
    settledBy: FIX,
  },
};
