import type { VolumeView } from '../contract/api';
import { parseObject } from '../kubernetes/parseObject';
import { testPod } from '../kubernetes/testObjects';
import { judgeBinding } from './judgeBinding';
import { judgeJob } from './judgeJob';
import { judgeVolume } from './judgeVolume';

const jobOf = (...conditions: object[]) =>
  parseObject('Job', {
    metadata: { name: 'test', creationTimestamp: '2026-01-01T00:00:00Z' },
    status: { conditions },
  });
const complete = jobOf({ type: 'Complete', status: 'True' });
const failed = jobOf(
  { type: 'FailureTarget', status: 'True' },
  { type: 'Failed', status: 'True', reason: 'DeadlineExceeded' },
);
const running = jobOf({ type: 'Failed', status: 'False' });
const placed = testPod();
const unplaced = testPod({ nodeName: undefined });

it.each([
  ['complete', complete, [], 3, 'smoke-test-passed'],
  ['failed on a node', failed, [placed], 3, 'smoke-test-failed'],
  ['slow on a node', running, [placed], undefined, 'smoke-test-failed'],
  ['failed on no node', failed, [unplaced], 3, 'smoke-test-inconclusive'],
  ['without a pod', running, [], undefined, 'smoke-test-inconclusive'],
  ['without any node', running, [unplaced], 0, 'smoke-test-inconclusive'],
  ['gone', undefined, [], 3, 'smoke-test-inconclusive'],
])('judges a Job that is %s', (_, job, pods, places, code) => {
  expect(judgeJob({ job, pods, places }).code).toBe(code);
});

it('says why a Job failed', () => {
  const { message } = judgeJob({ job: failed, pods: [placed], places: 1 });
  expect(message).toContain('(DeadlineExceeded)');
});

const node = (status: string, unschedulable = false) =>
  parseObject('Node', {
    metadata: { name: 'n', creationTimestamp: '2026-01-01T00:00:00Z' },
    spec: { unschedulable },
    status: { conditions: [{ type: 'Ready', status }] },
  }).takesPods;

it('takes a node for a place only when its kubelet says so', () => {
  expect([node('True'), node('False'), node('Unknown')]).toEqual([
    ...[true, false, false],
  ]);
  expect(node('True', true)).toBe(false);
});

const waiting = {
  ...{ isBound: false, seconds: 120, waitsForPod: false, places: 1 },
  diagnoses: [],
};
const stuck = {
  ...{ code: 'x', cause: 'Vault is sealed.', owner: 'vault-admin' as const },
  ...{ nextStep: 'Unseal it.', raw: '', count: 1 },
};

it.each([
  ['bound', { isBound: true, seconds: 3 }, 'smoke-test-bound', 'after 3 s'],
  ['stuck', { diagnoses: [stuck] }, 'smoke-test-failed', 'sealed. Unseal it.'],
  ['not told of', {}, 'smoke-test-failed', 'within 120 s'],
  [
    'waiting for a pod, with no node',
    { waitsForPod: true, places: 0 },
    'smoke-test-inconclusive',
    'no node',
  ],
  [
    'waiting for a pod, with nodes',
    { waitsForPod: true },
    'smoke-test-failed',
    'not bound',
  ],
])('judges a claim that is %s', (_, seen, code, text) => {
  const [reason, ...others] = judgeBinding({ ...waiting, ...seen });
  expect(reason.code).toBe(code);
  expect(reason.message).toContain(text);
  expect(others).toEqual([]);
});

it.each([
  ['volume/customer-key', 'ok'],
  ['volume/provider-key', 'ok'],
  ['infrastructure-only', 'warning'],
  ['unknown', 'warning'],
  ['none', 'error'],
] as const)('takes the verdict %s as %s', (verdict, severity) => {
  const protection: VolumeView['protection'] = {
    ...{ verdict, state: 'prepared', grade: 'E2' },
    reasons: [{ code: 'x', severity: 'info', message: 'Seen.' }],
  };
  const volume = Object.assign(Object.create(null), { protection });
  expect(judgeVolume(volume)).toMatchObject({
    severity,
    message: expect.stringMatching(new RegExp(`${verdict}.*Seen\\.$`)),
  });
});

it('knows nothing of a volume that was not seen', () => {
  expect(judgeVolume(undefined).severity).toBe('warning');
});
