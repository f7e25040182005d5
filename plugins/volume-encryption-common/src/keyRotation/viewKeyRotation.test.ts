import {
  testClass,
  testConfigMap,
  testMeta,
  testPod,
} from '../kubernetes/testObjects';
import { unknown } from '../observation/observed';
import type { KeyRotationHistory } from './keyRotationFacts';
import {
  annotatedClaim,
  scheduled,
  seen,
  switchedOff,
  testCronJob,
  testJob,
  testRotation,
} from './testRotation';
import { viewKeyRotation } from './viewKeyRotation';

const view = (changes: Partial<KeyRotationHistory> = {}) =>
  viewKeyRotation(testRotation(changes));

const namespaceWith = (annotations: Record<string, string>) =>
  seen({
    kind: 'Namespace' as const,
    meta: testMeta({ name: 'payments', namespace: '', annotations }),
  });
const classWith = (annotations: Record<string, string>) =>
  seen(
    testClass(
      {},
      { meta: testMeta({ name: 'encrypted', namespace: '', annotations }) },
    ),
  );
const everywhere = {
  claim: annotatedClaim(scheduled('@hourly')),
  namespace: namespaceWith(scheduled('@daily')),
  storageClass: classWith(scheduled('@monthly')),
};

describe('the schedule', () => {
  it('is none when nothing says any', () => {
    const { schedule, scheduleFrom, suspended, message } = view();
    expect({ schedule, scheduleFrom, suspended }).toEqual({ suspended: false });
    expect(message).toContain('No schedule is set');
  });

  it.each<[string, Partial<KeyRotationHistory>, string, string]>([
    ['claim', {}, 'claim', '@hourly'],
    ['namespace', { claim: annotatedClaim({}) }, 'namespace', '@daily'],
    [
      'class',
      { claim: annotatedClaim({}), namespace: namespaceWith({}) },
      'storage-class',
      '@monthly',
    ],
    [
      'class, when only that counts',
      {
        settings: seen(
          testConfigMap({ 'schedule-precedence': 'storageclass' }),
        ),
      },
      'storage-class',
      '@monthly',
    ],
  ])('is that of the %s', (_, changes, scheduleFrom, schedule) => {
    expect(view({ ...everywhere, ...changes })).toMatchObject({
      scheduleFrom,
      schedule,
    });
  });

  it.each<[string, Partial<KeyRotationHistory>]>([
    ['the claim', { claim: annotatedClaim(switchedOff) }],
    ['its namespace', { namespace: namespaceWith(switchedOff) }],
    ['its StorageClass', { storageClass: classWith(switchedOff) }],
  ])('is not followed when it is switched off on %s', (where, off) => {
    const { suspended, message } = view({
      ...everywhere,
      claim: annotatedClaim({}),
      ...off,
    });
    expect(suspended).toBe(true);
    expect(message).toContain(`"false" on ${where}`);
  });

  it('is followed where only the class counts and the claim is switched off', () => {
    const settings = seen(
      testConfigMap({ 'schedule-precedence': 'storageclass' }),
    );
    const claim = annotatedClaim(switchedOff);
    expect(view({ ...everywhere, claim, settings })).toMatchObject({
      suspended: false,
    });
  });

  it('is told to be replaced when csi-addons cannot read it', () => {
    const claim = annotatedClaim(scheduled('often'));
    expect(view({ claim }).message).toContain('takes @weekly for it');
    const read = annotatedClaim(scheduled('@every 36h'));
    expect(view({ claim: read }).message).not.toContain('@weekly');
  });
});

describe('the CronJob', () => {
  it('tells when it ran, and whether it is suspended', () => {
    const cronJob = testCronJob({
      suspended: true,
      lastScheduledAt: '2026-03-08T00:00:00.000Z',
      lastSuccessAt: '2026-03-01T00:00:05.000Z',
    });
    const ofOther = testCronJob({ claimName: 'other' });
    expect(
      view({ ...everywhere, cronJobs: seen([ofOther, cronJob]) }),
    ).toMatchObject({
      suspended: true,
      cronJob: 'data-1772359200',
      lastScheduledAt: '2026-03-08T00:00:00.000Z',
      lastSuccessAt: '2026-03-01T00:00:05.000Z',
    });
  });

  it('is missed when a schedule is set', () => {
    expect(view(everywhere).message).toContain('has made no Encryption');
    const cronJobs = seen([testCronJob()]);
    const { message } = view({ ...everywhere, cronJobs });
    expect(message).not.toContain('has made no');
  });

  it('counts alone when it is unmanaged', () => {
    const annotations = { 'csiaddons.openshift.io/state': 'unmanaged' };
    const meta = testMeta({ name: 'by-hand', annotations });
    const cronJobs = seen([testCronJob({ meta, schedule: '@yearly' })]);
    const { schedule, scheduleFrom, message } = view({
      ...everywhere,
      cronJobs,
    });
    expect({ schedule, scheduleFrom }).toEqual({ schedule: '@yearly' });
    expect(message).toContain('by-hand is marked as unmanaged');
  });

  it('is the one that the claim names', () => {
    const claim = annotatedClaim({
      'keyrotation.csiaddons.openshift.io/cronjob': 'named',
    });
    const named = testCronJob({ meta: testMeta({ name: 'named' }) });
    expect(
      view({ claim, cronJobs: seen([testCronJob(), named]) }),
    ).toMatchObject({ cronJob: 'named' });
  });
});

describe('the runs', () => {
  it('are those of the claim, newest first, twenty at most', () => {
    const days = Array.from({ length: 25 }, (_, at) => at + 1);
    const jobs = seen([
      testJob(30, { claimName: 'other' }),
      ...days.map(day => testJob(day)),
    ]);
    const names = view({ jobs }).jobs.map(({ name }) => name);
    expect(names).toHaveLength(20);
    expect(names.slice(0, 2)).toEqual(['run-25', 'run-24']);
  });

  it('tell how they ended, and nothing that looks like a secret', () => {
    const running = testJob(9, { result: undefined, completedAt: undefined });
    const message = 'denied for hvs.CANARYcanaryCANARYcanary1234';
    const failed = testJob(8, { result: 'Failed', message, retries: 6 });
    const { jobs } = view({ jobs: seen([failed, running]) });
    expect(jobs).toMatchObject([
      { name: 'run-9', result: 'running' },
      { name: 'run-8', result: 'failed', retries: 6 },
    ]);
    expect(JSON.stringify(jobs)).not.toMatch(/canary/i);
  });

  it('are unknown, and said to be, when they could not be read', () => {
    const jobs = unknown('denied', 'Not allowed.');
    expect(view({ jobs })).toMatchObject({
      jobs: [],
      message: expect.stringContaining('Not allowed.'),
    });
  });

  it('are said to fail while no pod uses the volume', () => {
    const ended = testPod({ phase: 'Succeeded' });
    expect(view({ pods: seen([ended]) }).message).toContain('on no node fails');
    expect(view().message).not.toContain('on no node');
    const pods = unknown('denied', 'Not allowed.');
    expect(view({ pods }).message).not.toContain('on no node');
  });
});

it('says what else could not be read', () => {
  const settings = unknown('denied', 'Not allowed to read that.');
  expect(view({ settings }).message).toContain('Not allowed to read that.');
});

it('has no schedule and no proof where keys cannot be changed', () => {
  const { availability, schedule, proof } = view({
    ...everywhere,
    cronJobs: seen(undefined),
    jobs: seen(undefined),
  });
  expect({ availability, schedule, proof }).toEqual({
    availability: 'not-installed',
  });
});
