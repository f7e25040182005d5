import type { Finding } from '../contract/reasons';
import type { DriverId } from '../driver/driverId';
import type { DriverProfile } from '../driver/driverProfile';
import { driverProfileOf } from '../driver/driverProfiles';
import type { VolumeAnswer } from '../driver/volumeAnswer';
import type { PersistentVolume } from '../kubernetes/objects';
import { answerChecks } from './answerChecks';
import { classNotes } from './classNotes';
import { driverNameOf, objectsOf, provisionerOf } from './volumeObjects';
import type { VolumeFacts } from './volumeFacts';

/** A volume, what its driver's profile says of it, and what is to be known. */
export interface JudgedVolume {
  volume: PersistentVolume;
  profile: DriverProfile;
  answer: VolumeAnswer;
  notes: Finding[];
}

/** Their provisioners make volumes of sources that say less than they. */
const MAKERS_OF_PLAIN_VOLUMES: readonly DriverId[] = [
  'ceph-in-tree',
  'local',
  'nfs',
  'openebs-hostpath',
];

/** The volume's profile: by its driver or source, or by who made a plain one. */
export function profileOf(volume: PersistentVolume): DriverProfile | undefined {
  const maker = driverProfileOf(provisionerOf(volume) ?? '');
  const isPlain = !volume.csi && maker;
  return isPlain && MAKERS_OF_PLAIN_VOLUMES.includes(maker.id)
    ? maker
    : driverProfileOf(driverNameOf(volume));
}

/** Lets the profile answer, and the checks say what that is worth. */
export function judgeVolume(
  volume: PersistentVolume,
  profile: DriverProfile,
  facts: VolumeFacts,
): JudgedVolume {
  const objects = objectsOf(volume, facts);
  let answer = profile.readVolume(objects);
  for (const check of answerChecks) {
    answer = check({ volume, profile, answer, facts }) ?? answer;
  }
  const judged = { volume, profile, answer };
  return { ...judged, notes: classNotes(judged, facts) };
}
