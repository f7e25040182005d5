import { parseObject } from './parseObject';

const metadata = {
  name: 'data-1',
  namespace: 'payments',
  creationTimestamp: '2026-03-01T10:00:00Z',
};
const spec = { target: { persistentVolumeClaim: 'data' } };
const jobOf = (status?: object) =>
  parseObject('EncryptionKeyRotationJob', { metadata, spec, status });

it('reads how a run went', () => {
  expect(
    jobOf({
      result: 'Failed',
      message: 'unable to find nodeID for pv',
      retries: 6,
      startTime: '2026-03-01T10:00:01Z',
      completionTime: '2026-03-01T10:10:00Z',
    }),
  ).toMatchObject({
    kind: 'EncryptionKeyRotationJob',
    claimName: 'data',
    result: 'Failed',
    message: 'unable to find nodeID for pv',
    retries: 6,
    startedAt: '2026-03-01T10:00:01.000Z',
    completedAt: '2026-03-01T10:10:00.000Z',
  });
  expect(jobOf({ result: 'Succeeded' }).result).toBe('Succeeded');
});

it.each([undefined, {}, { result: '' }, { result: 'Perhaps' }])(
  'has no result with the status %j',
  status => {
    expect(jobOf(status)).toMatchObject({ result: undefined, retries: 0 });
  },
);
