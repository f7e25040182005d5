import type { ReasonCode } from '../contract/reasons';
import type { DriverProfile } from '../driver/driverProfile';
import { driverProfileOf } from '../driver/driverProfiles';
import type { VolumeAnswer } from '../driver/volumeAnswer';
import type { PersistentVolume } from '../kubernetes/objects';
import { readMounts } from './mountEvidence';
import { isStatic, provisionerOf, twoMakers } from './volumeObjects';
import type { VolumeFacts } from './volumeFacts';
import { whyCopyIsUnsettled } from './copyNote';

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
 * What can void an answer, the gravest last: a copy, a volume that a person wrote,
 * one that a backup brought back, one that two drivers claim to have made. See
 * docs/verdicts.md.
 */
export const answerChecks: readonly AnswerCheck[] = [
  copyNotSettled,
  staticVolume,
  restoredVolume,
  provisionerDiffers,
];

/** The record of a copy may be of what was asked for, not of what was copied. */
function copyNotSettled({ profile, answer, facts }: AnsweredVolume) {
  const isRecorded =
    answer.says !== 'unsettled' &&
    (answer.basis === 'record' || answer.basis === 'vendor-object');
  if (!facts.claim.dataSource || !isRecorded) return undefined;
  switch (profile.copyRecord) {
    case 'holds':
      return undefined;
    case 'holds-when-mounted':
      return readMounts(facts).state === 'mounted'
        ? undefined
        : copied(profile);
    default:
      return copied(profile);
  }
}

function copied(profile: DriverProfile) {
  return voided('copy-not-settled', whyCopyIsUnsettled(profile));
}

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
  return voided('provisioner-differs', twoMakers(profile.title, maker ?? ''));
}

function voided(code: ReasonCode, why: string): VolumeAnswer {
  return { says: 'unsettled', code, grade: 'E1', why };
}

/** An object that could not be read says more than who wrote the volume. */
function restsOnRecord(answer: VolumeAnswer): boolean {
  if (answer.says === 'unsettled')
    return answer.code !== 'vendor-object-unread';
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
