import { asksNothing, nothingRecorded, UNTOLD_IN_FLIGHT } from './answers';
import type { DriverProfile } from './driverProfile';
import { named } from './named';

const FIX = 'openstack volume show says encrypted and the volume type.';

/**
 * OpenStack Cinder (cloud-provider-openstack, cinder-csi-plugin). A class names a
 * volume type; whether that type encrypts is in OpenStack, and its name proves
 * nothing. Nothing is recorded on the volume.
 */
export const cinder: DriverProfile = {
  id: 'cinder',
  title: 'OpenStack Cinder',
  matches: named(
    'cinder.csi.openstack.org',
    'kubernetes.io/cinder',
    'spec.cinder',
  ),
  readClass: () =>
    asksNothing(
      'The class names a volume type, whose name does not say whether it encrypts.',
    ),
  readVolume: () =>
    nothingRecorded(
      `The Cinder driver records nothing of encryption on a volume. ${FIX}`,
    ),
  readInFlight: () => UNTOLD_IN_FLIGHT,
  mountProvesEncryption: false,
  encrypts: 'below',
  copies: 'A copy has the volume type of its source.',
  copyRecord: 'holds',
  knowledge: {
    read: 'Nothing of encryption.',
    highestGrade: 'E0',
    holder: 'Barbican, if the volume type encrypts; not read.',
    never: 'What the volume type does.',
    settledBy: FIX,
  },
};
