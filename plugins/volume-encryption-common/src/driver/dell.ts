import { asksNothing, nothingRecorded, UNTOLD_IN_FLIGHT } from './answers';
import type { DriverProfile } from './driverProfile';
import { named } from './named';

const FIX =
  'The management of the array says whether data at rest encryption (D@RE) is on.';

/**
 * Dell PowerStore, PowerMax, PowerFlex, Unity and PowerScale (dell/csi-powerstore
 * and its siblings): no code of theirs is about encryption. Arrays may encrypt
 * all that they store, which Kubernetes does not show.
 */
export const dell: DriverProfile = {
  id: 'dell',
  title: 'Dell storage',
  matches: named(
    'csi-powerstore.dellemc.com',
    'csi-powermax.dellemc.com',
    'csi-vxflexos.dellemc.com',
    'csi-unity.dellemc.com',
    'csi-isilon.dellemc.com',
    'kubernetes.io/scaleio',
    'spec.scaleIO',
  ),
  readClass: () =>
    asksNothing('No parameter of the driver is about encryption.'),
  readVolume: () =>
    nothingRecorded(
      `The driver records nothing of encryption; the array may encrypt all that it stores. ${FIX}`,
    ),
  readInFlight: () => UNTOLD_IN_FLIGHT,
  mountProvesEncryption: false,
  encrypts: 'below',
  copies: 'A copy is encrypted as its array is.',
  copyRecord: 'holds',
  knowledge: {
    read: 'Nothing of encryption.',
    highestGrade: 'E0',
    holder: 'The array or its key manager; not read.',
    never: 'Whether the array encrypts (D@RE).',
    settledBy: FIX,
  },
};
