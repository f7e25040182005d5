import { UNTOLD_IN_FLIGHT } from './answers';
import type { DriverProfile } from './driverProfile';
import { named } from './named';

const FLOOR =
  'Pure Storage states that its arrays encrypt all that they store, always, with keys of their own. Nothing on the cluster shows it.';

/**
 * Pure Service Orchestrator (purestorage/pso-csi, discontinued; Portworx took its
 * place). Its volumes are on FlashArray or FlashBlade only, of which Pure documents
 * encryption as always on and as nothing to configure (blog.purestorage.com, "SAP
 * HANA database encryption with FlashArray"; "Physical data encryption": all
 * written data since the first array). Other arrays' floors are for the operator to
 * assert. That is the array, not the volume; no parameter is about it.
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
  readInFlight: () => UNTOLD_IN_FLIGHT,
  mountProvesEncryption: false,
  encrypts: 'below',
  copies: 'A copy is encrypted as its array is.',
  copyRecord: 'holds',
  knowledge: {
    read: 'That the driver made the volume; the rest is what Pure Storage states of its arrays.',
    highestGrade: 'E2',
    holder: 'The array.',
    never:
      'Which array it is on, and what that does: nothing on the cluster shows it.',
    settledBy: 'The management of the array.',
  },
};
