import { ANNOTATION_VSPHERE_CLASS } from '../kubernetes/driverAnnotations';
import { asksNothing, nothingRecorded, UNTOLD_IN_FLIGHT } from './answers';
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
 * NFS in clear text (vsphere-csi#2871). On a Supervisor the claim may ask for an
 * EncryptionClass by an annotation, which is a wish too.
 */
export const vsphere: DriverProfile = {
  id: 'vsphere',
  title: 'VMware vSphere',
  matches: named(
    'csi.vsphere.vmware.com',
    'kubernetes.io/vsphere-volume',
    'spec.vsphereVolume',
  ),
  readClass: ({ storagepolicyname, storagePolicyName }) => ({
    ...asksNothing(
      'The class may name a storage policy, whose name does not say whether it encrypts.',
    ),
    isVague: Boolean(storagepolicyname ?? storagePolicyName),
  }),
  readVolume: ({ claim }) => ({
    ...nothingRecorded(
      `The vSphere driver records nothing of encryption on a volume. ${FIX}`,
    ),
    grade: claim.annotations[ANNOTATION_VSPHERE_CLASS] ? 'E1' : 'E0',
  }),
  readInFlight,
  mountProvesEncryption: false,
  encrypts: 'below',
  copies: 'A copy gets the storage policy of its own class.',
  copyRecord: 'holds',
  knowledge: {
    read: 'The class (storagepolicyname), the annotation csi.vsphere.encryption-class of the claim; attribute type, for the wire.',
    highestGrade: 'E1',
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
    : UNTOLD_IN_FLIGHT;
}
