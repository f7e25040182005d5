import { AT, NOW, seen, testFacts, testTenant } from '../assessment/testFacts';
import {
  TEST_HANDLE,
  testClaim,
  testClass,
  testConfigMap,
  testConnections,
  testMeta,
  testMountFailure,
  testPod,
  testVolume,
} from '../kubernetes/testObjects';
import { observed, unknown } from '../observation/observed';
import { viewVolume } from './viewVolume';

const lost = unknown('unreachable', 'The cluster did not answer.');

it('shows a volume in short, with its judgement', () => {
  const pods = seen([testPod()]);
  expect(viewVolume(testFacts({ pods }))).toMatchObject({
    cluster: 'prod',
    namespace: 'payments',
    claim: 'data',
    phase: 'Bound',
    createdAt: '2026-03-01T10:00:00.000Z',
    requested: '10Gi',
    capacity: '10Gi',
    storageClass: 'encrypted',
    bindingMode: 'Immediate',
    persistentVolume: 'pvc-1',
    driver: 'rook-ceph.rbd.csi.ceph.com',
    volumeHandle: TEST_HANDLE,
    mounts: [{ pod: 'web-0', node: 'node-1', running: true }],
    protection: { verdict: 'volume/customer-key', state: 'active' },
    custody: { kind: 'held-by-kms' },
    remount: { verdict: 'ready' },
    diagnoses: [],
    observedAt: AT,
    keyObservedAt: AT,
  });
});

it('shows a claim that waits, without a volume', () => {
  const view = viewVolume(
    testFacts({
      claim: testClaim({
        phase: 'Pending',
        volumeName: undefined,
        capacity: undefined,
      }),
      volume: seen(undefined),
      storageClass: seen(
        testClass({}, { bindingMode: 'WaitForFirstConsumer' }),
      ),
      key: lost,
    }),
  );
  expect(view).toMatchObject({
    phase: 'Pending',
    bindingMode: 'WaitForFirstConsumer',
    persistentVolume: undefined,
    driver: undefined,
    volumeHandle: undefined,
    keyObservedAt: undefined,
    protection: { verdict: 'unknown', state: 'cannot-tell' },
  });
});

it('shows a pod that waits for the volume as one that does not run', () => {
  const waiting = testPod({ phase: 'Pending', containersStarted: false });
  const ended = testPod({
    meta: testMeta({ name: 'job' }),
    phase: 'Succeeded',
  });
  const { mounts } = viewVolume(testFacts({ pods: seen([waiting, ended]) }));
  expect(mounts).toEqual([{ pod: 'web-0', node: 'node-1', running: false }]);
});

it('shows the cause of a mount that failed', () => {
  const { diagnoses } = viewVolume(
    testFacts({
      pods: seen([testPod()]),
      events: seen([testMountFailure()]),
    }),
  );
  expect(diagnoses).toHaveLength(1);
});

it('is as old as the oldest fact of the cluster', () => {
  const OLD = '2026-03-01T12:00:00.000Z';
  const pods = observed([], OLD);
  const volume = lost;
  expect(viewVolume(testFacts({ pods, volume })).observedAt).toBe(OLD);
});

it('does not count the age of the key, which it shows beside', () => {
  const OLD = '2026-03-01T12:00:00.000Z';
  const key = observed({ presence: 'present' as const }, OLD);
  const view = viewVolume(testFacts({ key }));
  expect([view.observedAt, view.keyObservedAt]).toEqual([AT, OLD]);
});

it('answers when nothing at all could be read', () => {
  const view = viewVolume(
    testFacts({
      volume: lost,
      storageClass: lost,
      pods: lost,
      events: lost,
      connections: lost,
      kms: lost,
      key: lost,
    }),
  );
  expect(view).toMatchObject({
    protection: { verdict: 'unknown', grade: 'E0' },
    custody: { kind: 'unknown' },
    remount: { verdict: 'unknown' },
    mounts: [],
    observedAt: NOW,
  });
});

it.each([
  [
    'the connection',
    {
      connections: seen(
        testConnections({
          'vault-tenants': {
            encryptionKMSType: 'vaulttenantsa',
            vaultAddress: 'https://portal:canary@vault.example:8200',
          },
        }),
      ),
    },
  ],
  [
    'the connection in the style of variables',
    {
      connections: seen(
        testConnections({
          'vault-tenants': {
            KMS_PROVIDER: 'vaulttenantsa',
            VAULT_ADDR: 'https://portal:canary@vault.example:8200',
          },
        }),
      ),
    },
  ],
  [
    "the tenant's settings",
    {
      tenant: testTenant({
        configMap: seen(
          testConfigMap({ vaultAddress: 'https://canary@vault.example:8200' }),
        ),
      }),
    },
  ],
])('shows no password of an address in %s', (_, changes) => {
  const view = viewVolume(testFacts({ ...changes, kms: lost, key: lost }));
  expect(JSON.stringify(view)).toContain('https://vault.example:8200');
  expect(JSON.stringify(view)).not.toContain('canary');
});

it("shows nothing of another claim's volume that a claim names", () => {
  const claim = { namespace: 'insurance', name: 'data' };
  const view = viewVolume(
    testFacts({ volume: seen(testVolume({}, { claim })) }),
  );
  expect(view).toMatchObject({
    persistentVolume: 'pvc-1',
    driver: undefined,
    volumeHandle: undefined,
    protection: { verdict: 'unknown' },
    custody: { kind: 'unknown' },
    remount: { verdict: 'unknown' },
  });
  expect(JSON.stringify(view)).not.toContain(TEST_HANDLE);
});
