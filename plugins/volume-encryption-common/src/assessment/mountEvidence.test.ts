import {
  testClaim,
  testMeta,
  testMountFailure,
  testPod,
} from '../kubernetes/testObjects';
import { unknown } from '../observation/observed';
import { isUser, readMounts } from './mountEvidence';
import { seen, testFacts } from './testFacts';
import type { VolumeFacts } from './volumeFacts';

const denied = unknown('denied', 'RBAC forbids it.');
const second = testPod({ meta: testMeta({ name: 'web-1' }) });
const waiting = testPod({ phase: 'Pending', containersStarted: false });

describe('readMounts', () => {
  it.each<[string, Partial<VolumeFacts>, string]>([
    ['no pods', {}, 'not-mounted'],
    ['a pod that runs', { pods: seen([testPod()]) }, 'mounted'],
    ['a pod that waits', { pods: seen([waiting]) }, 'not-mounted'],
    [
      'a pod whose init container runs',
      { pods: seen([testPod({ phase: 'Pending' })]) },
      'mounted',
    ],
    ['pods not read', { pods: denied }, 'unread'],
    [
      'events not read, no pod runs',
      { events: denied, pods: seen([waiting]) },
      'not-mounted',
    ],
    [
      'events not read, a pod runs',
      { events: denied, pods: seen([testPod()]) },
      'unread',
    ],
    [
      'a mount that failed',
      { events: seen([testMountFailure()]), pods: seen([waiting]) },
      'failed',
    ],
    [
      'a block device that failed',
      {
        events: seen([
          testMountFailure({
            reason: 'FailedMapVolume',
            message: 'MapVolume.SetUpDevice failed for volume "pvc-1" : no',
          }),
        ]),
        pods: seen([testPod()]),
      },
      'failed',
    ],
    [
      'a failure that counts all volumes of the pod',
      {
        events: seen([
          testMountFailure({
            message: 'Unable to attach or mount volumes: unmounted volumes=[x]',
          }),
        ]),
        pods: seen([testPod()]),
      },
      'failed',
    ],
    [
      'a failure about another volume of the pod',
      {
        events: seen([
          testMountFailure({
            message: 'MountVolume.SetUp failed for volume "kube-api" : no',
          }),
        ]),
        pods: seen([testPod()]),
      },
      'mounted',
    ],
    [
      'a failure about an older pod of the same name',
      {
        events: seen([
          testMountFailure({
            about: {
              kind: 'Pod',
              namespace: 'payments',
              name: 'web-0',
              uid: 'older',
            },
          }),
        ]),
        pods: seen([testPod()]),
      },
      'mounted',
    ],
    [
      'a failure on one pod while another runs',
      {
        events: seen([testMountFailure()]),
        pods: seen([testPod(), second]),
      },
      'mounted',
    ],
    [
      'a failure after which the pod started',
      {
        events: seen([
          testMountFailure(),
          testMountFailure({
            type: 'Normal',
            reason: 'Started',
            message: 'Started container web',
            lastSeen: '2026-03-01T10:06:00.000Z',
          }),
        ]),
        pods: seen([testPod()]),
      },
      'mounted',
    ],
    [
      'a failure after the pod had started',
      {
        events: seen([
          testMountFailure(),
          testMountFailure({
            type: 'Normal',
            reason: 'Started',
            message: 'Started container web',
            lastSeen: '2026-03-01T10:04:00.000Z',
          }),
        ]),
        pods: seen([testPod()]),
      },
      'failed',
    ],
    [
      'some other event about the pod',
      {
        events: seen([testMountFailure({ reason: 'BackOff' })]),
        pods: seen([testPod()]),
      },
      'mounted',
    ],
  ])('%s', (_, changes, state) => {
    expect(readMounts(testFacts(changes)).state).toBe(state);
  });

  it('names the pod that has it, and where', () => {
    expect(readMounts(testFacts({ pods: seen([testPod()]) }))).toEqual({
      state: 'mounted',
      pod: 'web-0',
      node: 'node-1',
    });
  });
});

describe('isUser', () => {
  it.each<[string, Parameters<typeof testPod>[0], boolean]>([
    ['names the claim', {}, true],
    ['names another claim', { claimNames: ['logs'] }, false],
    ['is of another namespace', { meta: testMeta({ namespace: 'b' }) }, false],
    ['has succeeded', { phase: 'Succeeded' }, false],
    ['has failed', { phase: 'Failed' }, false],
  ])('a pod that %s', (_, changes, expected) => {
    const facts = testFacts({ claim: testClaim() });
    expect(isUser(testPod(changes), facts)).toBe(expected);
  });
});
