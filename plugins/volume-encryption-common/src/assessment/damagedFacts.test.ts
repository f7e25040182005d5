import type { PersistentVolume } from '../kubernetes/objects';
import {
  testClaim,
  testClass,
  testConfigMap,
  testConnections,
  testMeta,
  testMountFailure,
  testPod,
  testVolume,
} from '../kubernetes/testObjects';
import { valueOf, unknown } from '../observation/observed';
import { assessVolume } from './assessVolume';
import { seededRandom } from './seededRandom';
import {
  seen,
  testAccount,
  testFacts,
  testKms,
  testNamespace,
  testRole,
  testTenant,
} from './testFacts';
import type { TenantFacts, VolumeFacts } from './volumeFacts';

const lost = (
  ['denied', 'unreachable', 'sealed', 'timeout', 'failed'] as const
).map(why => unknown(why, `It was ${why}.`));
const IDENTITY = 'storage.kubernetes.io/csiProvisionerIdentity';

/** Gives the sound value mostly, else one of the damaged ones. */
type Damage = <T>(sound: T, ...damaged: T[]) => T;

function damagedVolume(damage: Damage): PersistentVolume {
  const volume = testVolume({
    encrypted: damage<string | undefined>(
      'true',
      ...['1', 'false', 'F', 'yes', '', undefined],
    ),
    encryptionKMSID: damage<string | undefined>(
      'vault-tenants',
      ...['vault-tokens', 'wrapped', 'gone', '', undefined],
    ),
    encryptionType: damage<string | undefined>(undefined, 'file', 'LUKS'),
    [IDENTITY]: damage<string | undefined>('1-rbd', undefined),
  });
  const { csi, meta, claim } = volume;
  const driver = damage(
    'rook-ceph.rbd.csi.ceph.com',
    ...['rbd.csi.ceph.com', 'rook-ceph.cephfs.csi.ceph.com'],
    ...['ebs.csi.aws.com', 'evilrbd.csi.ceph.com'],
  );
  return {
    ...volume,
    meta: damage(meta, testMeta({ name: 'pvc-1' })),
    claim: damage(claim, undefined),
    csi: damage(csi && { ...csi, driver }, undefined),
  };
}

function damagedFacts(seed: number): VolumeFacts {
  const random = seededRandom(seed);
  const damage: Damage = (sound, ...damaged) =>
    random(6) === 0 ? damaged[random(damaged.length)] : sound;
  const loss = lost[random(lost.length)];
  return testFacts({
    claim: testClaim({ phase: damage('Bound', 'Pending', 'Lost') }),
    volume: damage<VolumeFacts['volume']>(
      seen(damagedVolume(damage)),
      seen(undefined),
      loss,
    ),
    storageClass: damage<VolumeFacts['storageClass']>(
      seen(testClass()),
      seen(undefined),
      loss,
    ),
    pods: random(2)
      ? damage<VolumeFacts['pods']>(seen([testPod()]), loss)
      : seen([]),
    events: damage<VolumeFacts['events']>(
      seen([]),
      seen([testMountFailure()]),
      loss,
    ),
    connections: damage<VolumeFacts['connections']>(
      seen(testConnections()),
      seen(testConfigMap({})),
      seen(testConnections({ theirs: '{' })),
      seen(undefined),
      loss,
    ),
    tenant: testTenant({
      configMap: damage<TenantFacts['configMap']>(seen(undefined), loss),
      serviceAccount: damage<TenantFacts['serviceAccount']>(
        seen(testAccount()),
        seen(testAccount('2026-03-01T00:00:00Z')),
        seen(undefined),
        loss,
      ),
      namespace: damage<TenantFacts['namespace']>(
        seen(testNamespace()),
        seen(testNamespace({})),
        loss,
      ),
      role: damage<TenantFacts['role']>(
        seen(testRole()),
        seen(undefined),
        seen(testRole({ bound_service_account_names: ['other'] })),
        loss,
      ),
      tokenSecret: damage(seen(true), seen(false), loss),
      tokenTerm: damage<TenantFacts['tokenTerm']>(
        seen({ id: 'a', expiresAt: '2027-01-01T00:00:00Z' }),
        seen(undefined),
        loss,
      ),
    }),
    kms: damage(seen(testKms()), seen(testKms({ state: 'sealed' })), loss),
    key: damage<VolumeFacts['key']>(
      seen({ presence: 'present' }),
      seen({ presence: 'absent' }),
      loss,
    ),
  });
}

/** What must be on a volume before anybody may say "encrypted" of it. */
function isRecordedEncrypted({ volume, claim }: VolumeFacts): boolean {
  const { csi, meta, claim: holder } = valueOf(volume) ?? {};
  return (
    claim.phase !== 'Lost' &&
    holder?.name === claim.meta.name &&
    /(^|\.)(rbd|cephfs)\.csi\.ceph\.com$/.test(csi?.driver ?? '') &&
    ['true', '1'].includes(csi?.attributes.encrypted ?? '') &&
    csi?.attributes[IDENTITY] !== undefined &&
    meta?.annotations['pv.kubernetes.io/provisioned-by'] !== undefined
  );
}

const SEEDS = Array.from({ length: 4000 }, (_, seed) => seed);
const cases = SEEDS.map(seed => {
  const facts = damagedFacts(seed);
  return { seed, facts, judged: assessVolume(facts) };
});

describe('facts damaged at random', () => {
  it('never give "encrypted" without a record of it', () => {
    const liars = cases.filter(
      ({ facts, judged: { protection } }) =>
        protection.verdict.startsWith('volume/') &&
        (!isRecordedEncrypted(facts) || protection.grade < 'E2'),
    );
    expect(liars.map(it => it.seed)).toEqual([]);
  });

  it('never give "active" without a pod that runs', () => {
    const liars = cases.filter(
      ({ facts, judged: { protection } }) =>
        protection.state === 'active' &&
        (valueOf(facts.pods)?.length !== 1 ||
          valueOf(facts.events)?.length !== 0),
    );
    expect(liars.map(it => it.seed)).toEqual([]);
  });

  it('never give "none" for what could not be read', () => {
    const liars = cases.filter(
      ({ facts, judged: { protection } }) =>
        protection.verdict === 'none' && facts.volume.status === 'unknown',
    );
    expect(liars.map(it => it.seed)).toEqual([]);
  });

  it('never give "ready" unless KMS, key and credential were all seen', () => {
    const liars = cases.filter(
      ({ facts, judged: { remount } }) =>
        remount.verdict === 'ready' &&
        !(
          valueOf(facts.kms)?.state === 'active' &&
          valueOf(facts.key)?.presence === 'present' &&
          (valueOf(facts.tenant.serviceAccount) ||
            valueOf(facts.tenant.tokenSecret))
        ),
    );
    expect(liars.map(it => it.seed)).toEqual([]);
  });

  it('always give a reason', () => {
    const mute = cases.filter(
      ({ judged: { protection, remount, custody } }) =>
        protection.reasons.length === 0 ||
        remount.reasons.length === 0 ||
        (custody.kind === 'unknown' && custody.reasons.length === 0),
    );
    expect(mute.map(it => it.seed)).toEqual([]);
  });

  it('reach every verdict, so that the rules above are put to the test', () => {
    const verdicts = cases.map(
      ({ judged: { protection, remount } }) =>
        `${protection.verdict} ${protection.state} ${remount.verdict}`,
    );
    expect([...new Set(verdicts)]).toEqual(
      expect.arrayContaining([
        'volume/customer-key active ready',
        'volume/customer-key active blocked',
        'volume/customer-key prepared ready',
        'volume/customer-key cannot-tell unknown',
        'none cannot-tell unknown',
        'unknown cannot-tell unknown',
      ]),
    );
  });
});
