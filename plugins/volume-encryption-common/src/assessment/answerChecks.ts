import type { DriverProfile } from '../driver/driverProfile';
import { driverProfileOf } from '../driver/driverProfiles';
import type { VolumeAnswer } from '../driver/volumeAnswer';
import type { PersistentVolume } from '../kubernetes/objects';
import { isStatic, provisionerOf } from './volumeObjects';
import type { VolumeFacts } from './volumeFacts';

/** What a check looks at: the volume, and what its profile answered so far. */
export interface AnsweredVolume {
  volume: PersistentVolume;
  profile: DriverProfile;
  answer: VolumeAnswer;
  facts: VolumeFacts;
}

/** The answer that takes its place, or undefined where the answer stands. */
type AnswerCheck = (answered: AnsweredVolume) => VolumeAnswer | undefined;

/**
 * What can void an answer, the first to speak last to be heard: a volume that
 * another provisioner claims, one that a backup brought back, one that a person
 * wrote. See docs/verdicts.md.
 */
export const answerChecks: readonly AnswerCheck[] = [
  staticVolume,
  restoredVolume,
  provisionerDiffers,
];

/** What a person wrote is a claim; what the vendor or the kubelet does is not. */
function staticVolume({ volume, answer }: AnsweredVolume) {
  if (!isStatic(volume) || !restsOnRecord(answer)) return undefined;
  return voided(
    'static-volume',
    `The volume was written by hand${told(answer)}. No driver made it, so that is what somebody asked for and no evidence.`,
  );
}

const VELERO = ['velero.io/restore-name', 'velero.io/backup-name'];

/** A volume that comes out of a backup carries the record of another one. */
function restoredVolume({ volume, answer }: AnsweredVolume) {
  const isRestored = VELERO.some(label => volume.meta.labels[label]);
  if (!isRestored || !restsOnRecord(answer)) return undefined;
  return voided(
    'restored-volume',
    `Velero wrote the volume from a backup${told(answer)}. The record is of the volume that was saved, and says nothing of what it was restored to.`,
  );
}

/** Two names for who made it: one of them is wrong. */
function provisionerDiffers({ volume, profile }: AnsweredVolume) {
  const maker = provisionerOf(volume);
  const makers = maker ? driverProfileOf(maker) : undefined;
  if (!makers || makers.id === profile.id) return undefined;
  return voided(
    'provisioner-differs',
    `The volume is of ${profile.title}, but says that ${maker ?? ''} made it. Both cannot be true. Ask the platform team who wrote it.`,
  );
}

function voided(
  code: 'static-volume' | 'restored-volume' | 'provisioner-differs',
  why: string,
): VolumeAnswer {
  return { says: 'unsettled', code, grade: 'E1', why };
}

/** Unsettled answers rest on nothing that could be voided, but may be explained. */
function restsOnRecord(answer: VolumeAnswer): boolean {
  if (answer.says === 'unsettled') return answer.grade !== 'E0';
  return answer.basis === 'record' || answer.basis === 'floor';
}

function told({ says }: VolumeAnswer): string {
  switch (says) {
    case 'encrypted':
      return ', with encryption';
    case 'unencrypted':
      return ', without encryption';
    default:
      return '';
  }
}
