import { seen, testFacts } from '../assessment/testFacts';
import type { VolumeFacts } from '../assessment/volumeFacts';
import { testMeta, testVolume } from '../kubernetes/testObjects';
import type { Namespace, PersistentVolume } from '../kubernetes/objects';
import { unclaimedVolume, withFormerClaim } from './unclaimedVolume';

const served = seen<Namespace | undefined>({
  kind: 'Namespace',
  meta: testMeta({
    name: 'payments',
    annotations: { 'volume-encryption/owner': 'payments' },
  }),
});

const kept = testVolume(
  {},
  { phase: 'Released', reclaimPolicy: 'Retain', capacity: '10Gi' },
);

function judged(
  unclaimed: PersistentVolume,
  changes: Partial<VolumeFacts> = {},
) {
  const { volume, claim } = withFormerClaim(unclaimed);
  const facts = testFacts({ claim, volume: seen(volume), ...changes });
  return unclaimedVolume(unclaimed, facts, served);
}

it('a volume that was kept is judged by its own record', () => {
  expect(judged(kept)).toMatchObject({
    ...{ persistentVolume: 'pvc-1', phase: 'Released', size: '10Gi' },
    ...{ namespace: 'payments', claim: 'data' },
    ...{ protection: 'volume/customer-key', findings: [] },
  });
});

it('one that was never of a claim has no names of one', () => {
  const spare = { ...kept, phase: 'Available', claim: undefined };
  const { claim, namespace, phase } = judged(spare);
  expect([claim, namespace, phase]).toEqual([
    undefined,
    undefined,
    'Available',
  ]);
});

it('one without encryption says so', () => {
  const open = testVolume({ encrypted: undefined }, { phase: 'Failed' });
  expect(judged(open)).toMatchObject({
    protection: 'none',
    findings: [{ code: 'recorded-unencrypted', impact: 'unencrypted' }],
  });
});

it('a key that is gone blocks it, and what only a mount needs is no finding', () => {
  const tenant = testFacts().tenant;
  const noAccount = { ...tenant, serviceAccount: seen(undefined) };
  expect(judged(kept, { tenant: noAccount }).findings).toEqual([]);
  const key = seen({ presence: 'absent' as const });
  const lost = judged(kept, { tenant: noAccount, key });
  expect(lost.remount).toBe('blocked');
  expect(lost.findings.map(({ code }) => code).toSorted()).toEqual([
    'key-missing',
    'retained-without-key',
  ]);
});

it('one that may be a copy is never called more than is known of copies', () => {
  const driver = 'ebs.csi.aws.com';
  const ebs = testVolume(
    {},
    {
      phase: 'Released',
      csi: { driver, volumeHandle: 'vol-1', attributes: {} },
    },
  );
  expect(judged(ebs).protection).toBe('unknown');
});
