import type { KeyRotation } from '../contract/api';
import { maskSecrets } from '../diagnosis/maskSecrets';
import type { EncryptionKeyRotationJob } from '../kubernetes/csiAddons';
import { valueOf } from '../observation/observed';
import type { KeyRotationHistory } from './keyRotationFacts';
import { rotationAvailability } from './rotationAvailability';
import { rotationProof } from './rotationProof';
import { rotationRemarks } from './rotationRemarks';
import { rotationSchedule } from './rotationSchedule';

const MAX_JOBS = 20;

const RESULTS = { Succeeded: 'succeeded', Failed: 'failed' } as const;

/**
 * How and when the key of a claim's volume is changed, and what came of it.
 * Nothing unknown is taken for "not there".
 *
 * @public
 */
export function viewKeyRotation(facts: KeyRotationHistory): KeyRotation {
  const { availability, message } = rotationAvailability(facts);
  const jobs = jobsOf(facts);
  if (availability !== 'available') return { availability, message, jobs };
  const asked = rotationSchedule(facts);
  const { cronJob, disabledOn } = asked;
  return {
    availability,
    message: [message, ...rotationRemarks(facts, asked)].join(' '),
    schedule: asked.schedule,
    scheduleFrom: asked.scheduleFrom,
    suspended: disabledOn !== undefined || (cronJob?.suspended ?? false),
    cronJob: cronJob?.meta.name,
    lastScheduledAt: cronJob?.lastScheduledAt,
    lastSuccessAt: cronJob?.lastSuccessAt,
    jobs,
    proof: rotationProof(facts.key, jobs),
  };
}

function jobsOf({ claim, jobs }: KeyRotationHistory): KeyRotation['jobs'] {
  return (valueOf(jobs) ?? [])
    .filter(job => job.claimName === claim.meta.name)
    .sort((one, other) => beganAt(other).localeCompare(beganAt(one)))
    .slice(0, MAX_JOBS)
    .map(viewJob);
}

function beganAt({ startedAt, meta }: EncryptionKeyRotationJob): string {
  return startedAt ?? meta.createdAt;
}

function viewJob(job: EncryptionKeyRotationJob): KeyRotation['jobs'][number] {
  const { meta, result, message, startedAt, completedAt, retries } = job;
  return {
    name: meta.name,
    result: result ? RESULTS[result] : 'running',
    message: message && maskSecrets(message),
    startedAt,
    completedAt,
    retries,
  };
}
