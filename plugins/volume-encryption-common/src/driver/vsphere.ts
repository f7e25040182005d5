import { asksNothing, nothingRecorded, notKnownInFlight } from './answers';
import type { DriverProfile } from './driverProfile';
import { named } from './named';
import type { InFlightAnswer } from './volumeAnswer';
import type { VolumeObjects } from './volumeObjects';

const FIX =
  'The storage policy of the volume in vCenter (CNS) says whether it encrypts.';

/**
 * VMware vSphere (vsphere-csi-driver `pkg/csi/service`, docs of
 * `storagepolicyname`). A class names a storage policy; its name says nothing of
 * what it does. The attributes hold `type` only. File volumes are mounted over
 * NFS in clear text (vsphere-csi#2871).
 */
export const vsphere: DriverProfile = {
  id: 'vsphere',
  title: 'VMware vSphere',
  matches: named(
    'csi.vsphere.vmware.com',
    'kubernetes.io/vsphere-volume',
    'spec.vsphereVolume',
  ),
  readClass: () =>
    asksNothing(
      'The class names a storage policy, whose name does not say whether it encrypts.',
    ),
  readVolume: () =>
    nothingRecorded(
      `The vSphere driver records nothing of encryption on a volume. ${FIX}`,
    ),
  readInFlight,
  mountProvesEncryption: false,
  encrypts: 'below',
  copies: 'A copy gets the storage policy of its own class.',
  knowledge: {
    read: 'Attribute type, for the wire.',
    highestGrade: 'E0',
    holder: 'The key provider of vCenter; not read.',
    never: 'What the storage policy of the volume does.',
    settledBy: FIX,
  },
};

function readInFlight({ attributes }: VolumeObjects): InFlightAnswer {
  return attributes.type === 'vSphere CNS File Volume'
    ? {
        answer: 'clear',
        why: 'A file volume is mounted over NFS without encryption.',
      }
    : notKnownInFlight('Nothing on the volume says how its data travels.');
}
