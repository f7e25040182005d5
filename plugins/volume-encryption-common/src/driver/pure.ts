import { notKnownInFlight } from './answers';
import type { DriverProfile } from './driverProfile';
import { named } from './named';

const FLOOR =
  'Pure Storage arrays encrypt all that they store, always, with keys of their own.';

/**
 * Pure Service Orchestrator (purestorage/pso-csi, discontinued; Portworx took its
 * place). Its volumes are on FlashArray or FlashBlade only, which encrypt all
 * written data by default since the first array (blog.purestorage.com, "Physical
 * data encryption"). That is the array, not the volume; no parameter is about it.
 */
export const pure: DriverProfile = {
  id: 'pure',
  title: 'Pure Storage',
  matches: named('pure-csi', 'pure-provisioner'),
  readClass: () => ({ asks: 'infrastructure-only', why: FLOOR }),
  readVolume: () => ({
    says: 'encrypted',
    verdict: 'infrastructure-only',
    grade: 'E2',
    basis: 'floor',
    holder: 'array',
    evidence: FLOOR,
  }),
  readInFlight: () =>
    notKnownInFlight('Nothing on the volume says how its data travels.'),
  mountProvesEncryption: false,
  encrypts: 'below',
  copies: 'A copy is encrypted as its array is.',
  copyRecord: 'holds',
  knowledge: {
    read: 'That the driver made the volume.',
    highestGrade: 'E2',
    holder: 'The array.',
    never: 'Which array it is on, and what that does.',
    settledBy: 'The management of the array.',
  },
};
