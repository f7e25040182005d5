import {
  TEST_HANDLE,
  testClaim,
  testClass,
  testMeta,
  testVolume,
} from '../kubernetes/testObjects';
import { unknown } from '../observation/observed';
import { seen, testFacts } from './testFacts';
import type { VolumeFacts } from './volumeFacts';
import { readRecord } from './volumeRecord';

function recordOf(changes: Partial<VolumeFacts>) {
  return readRecord(testFacts(changes));
}

it('is what the driver left on the volume', () => {
  expect(recordOf({})).toMatchObject({
    state: 'recorded',
    profile: { id: 'ceph-rbd' },
    volumeHandle: TEST_HANDLE,
    asked: { encryption: 'block', kmsId: 'vault-tenants' },
  });
});

it.each<[string, string | undefined, string]>([
  ['with encryption', 'true', 'with encryption'],
  ['without', 'false', 'without encryption'],
  ['silent of it', undefined, 'without encryption'],
])('is none when a person wrote it, %s', (_, encrypted, words) => {
  const volume = testVolume(
    { encrypted },
    { meta: testMeta({ name: 'pvc-1' }) },
  );
  expect(recordOf({ volume: seen(volume) })).toEqual({
    state: 'static',
    finding: expect.objectContaining({
      code: 'static-volume',
      grade: 'E1',
      message: expect.stringContaining(words),
    }),
  });
});

it.each<[string, Partial<VolumeFacts>, string, string]>([
  [
    'of another driver',
    {
      volume: seen(
        testVolume(
          {},
          { csi: { driver: 'x.io', volumeHandle: 'v', attributes: {} } },
        ),
      ),
    },
    'driver-unknown',
    '"x.io"',
  ],
  [
    'of no driver',
    {
      volume: seen(testVolume({}, { csi: undefined, otherSource: 'iscsi' })),
    },
    'not-csi',
    'iscsi',
  ],
  [
    'hidden',
    { volume: unknown('denied', 'RBAC forbids it.') },
    'volume-unread',
    'RBAC forbids it.',
  ],
  ['gone', { volume: seen(undefined) }, 'volume-gone', '"pvc-1"'],
  [
    'lost by its claim',
    { claim: testClaim({ phase: 'Lost' }) },
    'volume-gone',
    '"pvc-1"',
  ],
])('says why there is none: %s', (_, changes, code, words) => {
  expect(recordOf(changes)).toEqual({
    state: 'unreadable',
    finding: expect.objectContaining({
      code,
      severity: 'warning',
      message: expect.stringContaining(words),
    }),
  });
});

it.each<[string, Partial<ReturnType<typeof testVolume>>, string]>([
  ['by name and uid', {}, 'recorded'],
  [
    'by name, where the volume keeps no uid',
    { claim: { namespace: 'payments', name: 'data' } },
    'recorded',
  ],
  [
    'not by name alone',
    { claim: { namespace: 'orders', name: 'data', uid: 'uid-of-data' } },
    'unreadable',
  ],
  [
    'not with the uid of another',
    { claim: { namespace: 'payments', name: 'data', uid: 'older' } },
    'unreadable',
  ],
])("is the claim's %s", (_, changes, state) => {
  expect(recordOf({ volume: seen(testVolume({}, changes)) }).state).toBe(state);
});

describe('before there is a volume', () => {
  const claim = testClaim({ phase: 'Pending', volumeName: undefined });
  const volume = seen(undefined);
  const waits = testClass({}, { bindingMode: 'WaitForFirstConsumer' });
  it.each<[string, VolumeFacts['storageClass'], string, string]>([
    ['at once', seen(testClass()), 'not-provisioned', 'Not provisioned yet'],
    ['later', seen(waits), 'waits-for-first-consumer', 'which is normal'],
    ['who knows when', unknown('denied', 'No.'), 'not-provisioned', 'yet'],
    ['by no class', seen(undefined), 'not-provisioned', 'yet'],
  ])('and its class makes it %s', (_, storageClass, code, words) => {
    expect(recordOf({ claim, volume, storageClass })).toEqual({
      state: 'not-provisioned',
      finding: expect.objectContaining({
        code,
        severity: 'info',
        message: expect.stringContaining(words),
      }),
    });
  });

  it('reads one that is there before the claim is bound', () => {
    const bound = { claim: testClaim({ phase: 'Pending' }) };
    expect(recordOf(bound).state).toBe('recorded');
  });
});
