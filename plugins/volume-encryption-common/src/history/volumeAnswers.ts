import { assessVolume } from '../assessment/assessVolume';
import type { VolumeFacts } from '../assessment/volumeFacts';
import type { Reason } from '../contract/api';
import { valueOf, type UnknownWhy } from '../observation/observed';
import type { Answers } from './followAnswers';

/** Why a fact is not known at this moment, which another look may mend. */
const FOR_NOW: readonly UnknownWhy[] = [
  'unreachable',
  'sealed',
  'timeout',
  'not-synced',
  'not-asked',
  'failed',
];

/** States of a KMS that are its own matter, told once and not of each volume. */
const KMS_OUT_OF_ORDER = ['sealed', 'uninitialised'];

/** What one look tells of a volume. @public */
export interface VolumeAnswers {
  answers: Answers;
  /** Codes of what decides each answer; of one that is well none. */
  reasons: Partial<Record<keyof Answers, string[]>>;
  /** The portal's name of the KMS that its key is in, where that is known. */
  kms?: string;
}

/**
 * The answers about a volume that are worth remembering. One that is not known
 * because a source is silent is not told; one that cannot be known, such as for
 * want of a right, is `unknown`. That a KMS is sealed is not told of the volume:
 * it is the KMS's own news.
 *
 * @public
 */
export function volumeAnswers(facts: VolumeFacts): VolumeAnswers {
  const { protection, remount, custody } = assessVolume(facts);
  const silent = isSourceSilent(facts);
  const answers: Answers = {};
  if (protection.verdict !== 'unknown' || !silent) {
    answers.protection = protection.verdict;
  }
  if (protection.state !== 'cannot-tell' || !silent) {
    answers.state = protection.state;
  }
  if (isRemountTold(remount, facts, silent)) answers.remount = remount.verdict;
  return {
    answers,
    reasons: {
      protection: decidingCodes(protection.reasons),
      remount: decidingCodes(remount.reasons),
    },
    kms: valueOf(facts.kms)?.name ?? custody.kms,
  };
}

function isRemountTold(
  { verdict, reasons }: ReturnType<typeof assessVolume>['remount'],
  { kms, key }: VolumeFacts,
  silent: boolean,
): boolean {
  const isSealed = key.status === 'unknown' && key.why === 'sealed';
  const isOutOfOrder = KMS_OUT_OF_ORDER.includes(valueOf(kms)?.state ?? '');
  if (isSealed || isOutOfOrder) return false;
  if (verdict !== 'unknown') return true;
  return !silent && !reasons.some(({ code }) => code === 'facts-outdated');
}

function isSourceSilent(facts: VolumeFacts): boolean {
  const { tenant, below, kms } = facts;
  const state = valueOf(kms)?.state;
  const needed = [
    ...[facts.volume, facts.storageClass, facts.pods, facts.events],
    ...[facts.connections, kms, facts.key, facts.vendorObject],
    ...[facts.attachments, below.cephCluster, below.storageCluster],
    ...[tenant.configMap, tenant.serviceAccount, tenant.namespace],
    ...[tenant.role, tenant.tokenSecret, tenant.tokenTerm],
  ];
  return (
    state === 'unreachable' ||
    state === 'unknown' ||
    needed.some(fact => fact.status === 'unknown' && FOR_NOW.includes(fact.why))
  );
}

function decidingCodes(reasons: readonly Reason[]): string[] {
  const grave = reasons.filter(
    ({ severity }) => severity === 'error' || severity === 'warning',
  );
  return [...new Set(grave.map(({ code }) => code))];
}
