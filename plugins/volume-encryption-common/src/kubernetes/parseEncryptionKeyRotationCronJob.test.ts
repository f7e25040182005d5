import { parseObject } from './parseObject';

const metadata = {
  name: 'data-1772359200',
  namespace: 'payments',
  creationTimestamp: '2026-03-01T10:00:00Z',
  annotations: { 'csiaddons.openshift.io/state': 'unmanaged', note: 'x' },
};
const target = { persistentVolumeClaim: 'data' };
const jobTemplate = { spec: { target } };
const cronJobOf = (spec: object, status?: object) =>
  parseObject('EncryptionKeyRotationCronJob', {
    metadata,
    spec: { jobTemplate, ...spec },
    status,
  });

it('reads when a key is changed', () => {
  const status = {
    lastScheduleTime: '2026-03-08T00:00:00Z',
    lastSuccessfulTime: '2026-03-08T00:00:04Z',
  };
  const cronJob = cronJobOf({ schedule: '@weekly', suspend: true }, status);
  expect(cronJob).toMatchObject({
    kind: 'EncryptionKeyRotationCronJob',
    claimName: 'data',
    schedule: '@weekly',
    suspended: true,
    lastScheduledAt: '2026-03-08T00:00:00.000Z',
    lastSuccessAt: '2026-03-08T00:00:04.000Z',
  });
  expect(cronJob.meta.annotations).toEqual({
    'csiaddons.openshift.io/state': 'unmanaged',
  });
});

it('is not suspended unless it says so, and has a schedule', () => {
  expect(cronJobOf({ schedule: '@daily' }).suspended).toBe(false);
  expect(() => cronJobOf({})).toThrow('spec.schedule is missing');
});
