import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { corpusFacts, type CorpusCase } from '../assessment/corpusFacts';
import { seen, testFacts, testKms, testTenant } from '../assessment/testFacts';
import { ANNOTATION_OWNER } from '../contract/annotations';
import { testMeta } from '../kubernetes/testObjects';
import { unknown } from '../observation/observed';
import { overviewVolume } from './overviewVolume';
import { hasRemedy } from './remedyOf';

const FOLDER = join(__dirname, '../assessment/__corpus__');

const served = seen({
  kind: 'Namespace' as const,
  meta: testMeta({
    name: 'payments',
    annotations: { [ANNOTATION_OWNER]: 'payments' },
  }),
});

/** An event about the claim. */
function eventOf(message: string) {
  const { name, namespace } = testFacts().claim.meta;
  return {
    kind: 'Event' as const,
    meta: testMeta({ name: 'event' }),
    about: { kind: 'PersistentVolumeClaim', namespace, name },
    type: 'Warning' as const,
    reason: 'ProvisioningFailed',
    message,
    count: 1,
    firstSeen: '2026-03-01T23:59:50.000Z',
    lastSeen: '2026-03-01T23:59:50.000Z',
  };
}

it('says whose a volume is, and that it is as it should be', () => {
  expect(overviewVolume(testFacts(), served)).toMatchObject({
    owner: 'group:default/payments',
    ownerKnown: true,
    remount: 'ready',
    findings: [],
  });
});

it('tells nobody from not known', () => {
  const denied = unknown('denied', 'No right.');
  expect(overviewVolume(testFacts(), seen(undefined))).toMatchObject({
    owner: undefined,
    ownerKnown: true,
  });
  expect(overviewVolume(testFacts(), denied)).toMatchObject({
    owner: undefined,
    ownerKnown: false,
  });
});

it('a sealed KMS blocks, and comes before what is not known because of it', () => {
  const facts = testFacts({
    kms: seen(testKms({ state: 'sealed' })),
    key: unknown('sealed', 'It is sealed.'),
  });
  const { findings, remount } = overviewVolume(facts, served);
  expect(remount).toBe('blocked');
  expect(findings[0]).toMatchObject({
    code: 'kms-sealed',
    impact: 'blocked',
    mender: 'vault-admin',
    about: 'kms',
  });
});

it('what was only not asked for is unknown and no finding', () => {
  const unasked = unknown('not-asked', 'It is not asked for.');
  const facts = testFacts({ key: unasked });
  expect(overviewVolume(facts, served)).toMatchObject({
    remount: 'unknown',
    findings: [],
  });
  const unread = { ...facts, key: unknown('denied', 'No right.') };
  expect(overviewVolume(unread, served).findings).toMatchObject([
    { code: 'key-unread', impact: 'unknown' },
  ]);
});

it('a claim that is stuck is blocked, by its diagnosis', () => {
  const { claim } = testFacts();
  const facts = testFacts({
    claim: { ...claim, phase: 'Pending', volumeName: undefined },
    volume: seen(undefined),
    tenant: testTenant(),
    events: seen([eventOf('storageclass.storage.k8s.io "gone" not found')]),
  });
  expect(overviewVolume(facts, served).findings).toMatchObject([
    {
      code: 'storage-class-missing',
      impact: 'blocked',
      about: 'tenant',
      nextStep: expect.stringMatching(/.{10}/),
    },
  ]);
});

it.each([
  'gone',
  'rpc error: code = InvalidArgument desc = invalid encryption kms configuration: failed setting up token for payments/ceph-csi-vault-sa: failed to get ServiceAccount payments/ceph-csi-vault-sa: serviceaccounts "ceph-csi-vault-sa" not found',
])('a claim that is stuck has one finding, its cause: %s', text => {
  const { claim } = testFacts();
  const facts = testFacts({
    claim: { ...claim, phase: 'Pending', volumeName: undefined },
    volume: seen(undefined),
    storageClass: seen(undefined),
    tenant: testTenant({ serviceAccount: seen(undefined) }),
    events: seen([
      eventOf('storage: something that nobody knows'),
      eventOf(
        text.replace('gone', 'storageclass.storage.k8s.io "gone" not found'),
      ),
    ]),
  });
  const { findings } = overviewVolume(facts, served);
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({
    code: expect.not.stringContaining('unrecognised'),
    impact: 'blocked',
  });
});

it('a claim that waits for its first pod is as it should be', () => {
  const { claim } = testFacts();
  const facts = testFacts({
    claim: { ...claim, phase: 'Pending', volumeName: undefined },
    volume: seen(undefined),
    events: seen([
      eventOf('waiting for first consumer to be created before binding'),
    ]),
  });
  expect(overviewVolume(facts, served).findings).toEqual([]);
});

describe('over the labelled volumes', () => {
  const all = readdirSync(FOLDER).flatMap((file): CorpusCase[] =>
    parse(readFileSync(join(FOLDER, file), 'utf8')),
  );
  const volumes = all.map(it => overviewVolume(corpusFacts(it), served));

  it('each unencrypted volume has a finding that says so', () => {
    const none = volumes.filter(({ protection }) => protection === 'none');
    expect(none.length).toBeGreaterThan(50);
    const silent = none.filter(
      ({ findings }) => !findings.some(it => it.impact === 'unencrypted'),
    );
    expect(silent).toEqual([]);
  });

  it('each bound volume of which it is not known has a finding', () => {
    const unclear = volumes.filter(
      ({ protection, phase }) => protection === 'unknown' && phase === 'Bound',
    );
    expect(unclear.length).toBeGreaterThan(50);
    expect(unclear.filter(({ findings }) => findings.length === 0)).toEqual([]);
  });

  it('nothing encrypted is said to be unencrypted', () => {
    const wrong = volumes.filter(
      ({ protection, findings }) =>
        protection !== 'none' &&
        findings.some(({ impact }) => impact === 'unencrypted'),
    );
    expect(wrong).toEqual([]);
  });

  it('each code that comes up has a remedy of its own', () => {
    // Diagnoses of claims that are not bound bring their own.
    const codes = volumes
      .filter(({ phase }) => phase === 'Bound')
      .flatMap(it => it.findings.map(({ code }) => code));
    expect(codes.length).toBeGreaterThan(200);
    expect(codes.filter(code => !hasRemedy(code))).toEqual([]);
  });
});
