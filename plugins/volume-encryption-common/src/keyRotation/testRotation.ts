import type {
  EncryptionKeyRotationCronJob,
  EncryptionKeyRotationJob,
} from '../kubernetes/csiAddons';
import {
  testClaim,
  testClass,
  testMeta,
  testPod,
  testVolume,
} from '../kubernetes/testObjects';
import { observed } from '../observation/observed';
import type { KeyRotationHistory } from './keyRotationFacts';

const AT = '2026-03-08T12:00:00.000Z';

/** The schedule's annotation, for claims, namespaces and classes. */
export const scheduled = (schedule: string) => ({
  'keyrotation.csiaddons.openshift.io/schedule': schedule,
});

/** The annotation that switches it off. */
export const switchedOff = {
  'keyrotation.csiaddons.openshift.io/enable': 'false',
};

/** An observation of the tests' moment. */
export const seen = <T>(value: T) => observed(value, AT);

/** The claim `payments/data`, block-encrypted and mounted; no schedule yet. */
export function testRotation(
  changes: Partial<KeyRotationHistory> = {},
): KeyRotationHistory {
  return {
    claim: testClaim(),
    volume: seen(testVolume()),
    storageClass: seen(testClass()),
    namespace: seen({
      kind: 'Namespace',
      meta: testMeta({ name: 'payments', namespace: '' }),
    }),
    pods: seen([testPod()]),
    cronJobs: seen([]),
    jobs: seen([]),
    settings: seen(undefined),
    key: seen({
      presence: 'present',
      currentVersion: 1,
      updatedAt: '2026-03-01T10:00:00.000Z',
    }),
    ...changes,
  };
}

/** The claim with these annotations. */
export function annotatedClaim(annotations: Record<string, string>) {
  return testClaim({ meta: testMeta({ annotations }) });
}

/** A CronJob for the claim. */
export function testCronJob(
  changes: Partial<EncryptionKeyRotationCronJob> = {},
): EncryptionKeyRotationCronJob {
  return {
    kind: 'EncryptionKeyRotationCronJob',
    meta: testMeta({ name: 'data-1772359200' }),
    claimName: 'data',
    schedule: '@weekly',
    suspended: false,
    ...changes,
  };
}

/** A run for the claim that succeeded, on this day of March. */
export function testJob(
  day: number,
  changes: Partial<EncryptionKeyRotationJob> = {},
): EncryptionKeyRotationJob {
  const at = `2026-03-${`${day}`.padStart(2, '0')}T00:00`;
  return {
    kind: 'EncryptionKeyRotationJob',
    meta: testMeta({ name: `run-${day}`, createdAt: `${at}:00.000Z` }),
    claimName: 'data',
    result: 'Succeeded',
    retries: 0,
    startedAt: `${at}:01.000Z`,
    completedAt: `${at}:05.000Z`,
    ...changes,
  };
}
