import { DRIVER_PROFILES } from '../driver/driverProfiles';
import type { PersistentVolume } from '../kubernetes/objects';
import {
  testClaim,
  testMeta,
  testPod,
  testVolume,
} from '../kubernetes/testObjects';
import { unknown, valueOf } from '../observation/observed';
import { assessVolume } from './assessVolume';
import type { EncryptedExample } from './encryptedExamples';
import { encryptedExamples } from './encryptedExamples';
import { seededRandom } from './seededRandom';
import { seen, testFacts } from './testFacts';
import type { VolumeFacts } from './volumeFacts';

const IDENTITY = 'storage.kubernetes.io/csiProvisionerIdentity';
const PROVISIONED_BY = 'pv.kubernetes.io/provisioned-by';

function volumeOf({ driver, attributes }: EncryptedExample): PersistentVolume {
  const volume = testVolume();
  return {
    ...volume,
    meta: { ...volume.meta, annotations: { [PROVISIONED_BY]: driver } },
    csi: {
      driver,
      volumeHandle: 'pvc-1',
      attributes: { ...attributes, [IDENTITY]: `1-${driver}` },
    },
  };
}

function factsOf(example: EncryptedExample): VolumeFacts {
  const { attachmentMetadata: metadata } = example;
  const meta = testMeta({ name: 'attachment' });
  return testFacts({
    volume: seen(volumeOf(example)),
    storageClass: seen(undefined),
    vendorObject: seen(example.vendorObject),
    attachments: seen(
      metadata
        ? [{ kind: 'VolumeAttachment', meta, attached: true, metadata }]
        : [],
    ),
  });
}

const verdictOf = (facts: VolumeFacts) =>
  assessVolume(facts).protection.verdict;
const isEncrypted = (verdict: string) =>
  verdict.startsWith('volume/') || verdict === 'infrastructure-only';
const names = (it: EncryptedExample) =>
  [
    `${it.id} by ${it.vendorObject?.kind ?? it.evidence ?? 'its driver'}`,
    it,
  ] as const;

/** The volume of an example without the one thing that says "encrypted". */
function withoutEvidence(example: EncryptedExample): VolumeFacts {
  const { evidence, vendorObject, attachmentMetadata } = example;
  if (vendorObject) return factsOf({ ...example, vendorObject: undefined });
  if (attachmentMetadata) {
    return factsOf({ ...example, attachmentMetadata: undefined });
  }
  if (evidence) return factsOf({ ...example, attributes: {} });
  const volume = volumeOf(example);
  const meta = { ...volume.meta, annotations: {} };
  return { ...factsOf(example), volume: seen({ ...volume, meta }) };
}

describe('a volume with the least that says "encrypted"', () => {
  it.each(encryptedExamples.map(names))('is encrypted: %s', (_, example) => {
    expect(verdictOf(factsOf(example))).toBe(example.verdict);
  });

  it.each(encryptedExamples.map(names))(
    'is not without it: %s',
    (_, example) => {
      expect(isEncrypted(verdictOf(withoutEvidence(example)))).toBe(false);
    },
  );

  it.each(encryptedExamples.map(names))(
    'is not when a person or a backup wrote it, unless the vendor says so: %s',
    (_, example) => {
      const facts = factsOf(example);
      const volume = volumeOf(example);
      const { meta } = volume;
      const written = [
        { ...meta, annotations: {} },
        { ...meta, labels: { 'velero.io/restore-name': 'r' } },
      ];
      // Whoever imports a data set of ZFS writes its object as well.
      const isReported =
        example.id !== 'openebs-zfs' &&
        Boolean(example.vendorObject ?? example.attachmentMetadata);
      const isCeph = example.id.startsWith('ceph');
      for (const changed of isCeph ? written.slice(0, 1) : written) {
        const verdict = verdictOf({
          ...facts,
          volume: seen({ ...volume, meta: changed }),
        });
        expect([changed, isEncrypted(verdict)]).toEqual([changed, isReported]);
      }
    },
  );

  it('is there for every profile that names a grade that could say so', () => {
    const shown = new Set(encryptedExamples.map(({ id }) => id));
    const never = DRIVER_PROFILES.filter(({ id }) => !shown.has(id));
    for (const { id, readVolume } of never) {
      const facts = factsOf({
        id,
        driver: 'none',
        verdict: 'unknown',
        attributes: { encrypted: 'true', encryption: 'true', secure: 'true' },
      });
      const { claim, vendorObject, attachments } = facts;
      const answer = readVolume({
        attributes: { encrypted: 'true', encryption: 'true', secure: 'true' },
        volumeHandle: 'pvc-1',
        secrets: { publish: { name: 'luks', namespace: 'payments' } },
        volumeMode: 'Filesystem',
        accessModes: ['ReadWriteOnce'],
        mountOptions: [],
        claim: {
          name: claim.meta.name,
          namespace: '',
          annotations: {},
          labels: {},
        },
        vendorObject,
        attachments,
      });
      expect([id, answer.says]).not.toEqual([id, 'encrypted']);
    }
  });
});

const BOOLEANS = ['false', 'False', '0', 'maybe', 'TRUE ', '', 'on', 'none'];
const lost = unknown('denied', 'RBAC forbids it.');

/** An example with some of its facts damaged, or another driver's. */
function damaged(seed: number): {
  example: EncryptedExample;
  facts: VolumeFacts;
} {
  const random = seededRandom(seed);
  const pick = <T>(all: readonly T[]) => all[random(all.length)];
  const isHit = () => random(5) === 0;
  const example = pick(encryptedExamples);
  const other = pick(encryptedExamples);
  const facts = factsOf(example);
  const volume = volumeOf(
    isHit() ? { ...example, driver: other.driver } : example,
  );
  const { csi, meta } = volume;
  const { evidence } = example;
  const attributes = {
    ...csi?.attributes,
    ...(evidence && isHit() ? { [evidence]: pick(BOOLEANS) } : {}),
    ...(isHit() ? { [IDENTITY]: '' } : {}),
  };
  const from = other.vendorObject;
  return {
    example,
    facts: {
      ...facts,
      claim: testClaim({
        volumeMode: isHit() ? 'Block' : 'Filesystem',
        phase: isHit() ? 'Lost' : 'Bound',
        dataSource: isHit() ? { kind: 'VolumeSnapshot', name: 's' } : undefined,
      }),
      pods: isHit() ? lost : seen([testPod()]),
      vendorObject: isHit()
        ? pick([lost, seen(from), seen(undefined)])
        : facts.vendorObject,
      attachments: isHit() ? lost : facts.attachments,
      volume: isHit()
        ? pick([lost, seen(undefined)])
        : seen({
            ...volume,
            meta: isHit() ? { ...meta, annotations: {} } : meta,
            csi: csi && { ...csi, attributes },
          }),
    },
  };
}

/** The same volume with another attribute `encrypted`, or none. */
function recorded(
  { volume }: VolumeFacts,
  encrypted: string | undefined,
): Partial<VolumeFacts> {
  const found = valueOf(volume);
  if (!found?.csi) return {};
  const attributes = {
    ...found.csi.attributes,
    ...(encrypted && { encrypted }),
  };
  return { volume: seen({ ...found, csi: { ...found.csi, attributes } }) };
}

/** Written anew, by hand: what must be there before anybody says "encrypted". */
function hasEvidence(facts: VolumeFacts): boolean {
  const volume = valueOf(facts.volume);
  const driver = volume?.csi?.driver ?? '';
  const vendor = valueOf(facts.vendorObject);
  const attached = valueOf(facts.attachments) ?? [];
  const isMade =
    volume?.meta.annotations[PROVISIONED_BY] === driver &&
    Boolean(volume.csi?.attributes[IDENTITY]);
  const isReported =
    (driver === 'driver.longhorn.io' &&
      vendor?.kind === 'LonghornVolume' &&
      vendor.encrypted === true) ||
    (driver === 'csi.trident.netapp.io' &&
      ((vendor?.kind === 'TridentVolume' &&
        (vendor.luksEncryption === 'true' || vendor.encryption === 'true')) ||
        attached.some(it => it.metadata.LUKSEncryption === 'true'))) ||
    (driver === 'zfs.csi.openebs.io' &&
      isMade &&
      vendor?.kind === 'ZFSVolume' &&
      vendor.encryption === 'aes-256-gcm');
  const isRecorded = encryptedExamples.some(
    it =>
      it.driver === driver &&
      !it.vendorObject &&
      !it.attachmentMetadata &&
      (!it.evidence || volume?.csi?.attributes[it.evidence] === 'true'),
  );
  return isReported || (isMade && isRecorded);
}

const cases = Array.from({ length: 6000 }, (_, seed) => {
  const { example, facts } = damaged(seed);
  return { seed, example, facts, judged: assessVolume(facts) };
});

describe('volumes of every driver, damaged at random', () => {
  it('are never "encrypted" without the evidence of their own driver', () => {
    const liars = cases.filter(
      ({ facts, judged }) =>
        isEncrypted(judged.protection.verdict) && !hasEvidence(facts),
    );
    expect(liars.map(it => it.seed)).toEqual([]);
  });

  it('are never "none" of Longhorn unless its own object says so', () => {
    const ofLonghorn = cases.filter(
      ({ facts }) =>
        valueOf(facts.volume)?.csi?.driver === 'driver.longhorn.io',
    );
    expect(ofLonghorn.length).toBeGreaterThan(50);
    for (const encrypted of ['true', 'false', undefined]) {
      const liars = ofLonghorn.filter(({ facts }) => {
        const verdict = verdictOf({ ...facts, ...recorded(facts, encrypted) });
        return verdict === 'none';
      });
      expect(liars.map(it => it.seed)).toEqual([]);
    }
  });

  it('are never "active" without a pod', () => {
    const liars = cases.filter(
      ({ facts, judged }) =>
        judged.protection.state === 'active' && !valueOf(facts.pods)?.length,
    );
    expect(liars.map(it => it.seed)).toEqual([]);
  });

  it('always have a reason for each answer that is not known', () => {
    const mute = cases.filter(
      ({ judged: { protection, custody, inFlight, remount } }) =>
        protection.reasons.length === 0 ||
        inFlight.reasons.length === 0 ||
        remount.reasons.length === 0 ||
        (custody.kind === 'unknown' && custody.reasons.length === 0),
    );
    expect(mute.map(it => it.seed)).toEqual([]);
  });

  it('still reach every verdict of every example, so the rules are tried', () => {
    const reached = new Set(
      cases.map(
        ({ example, judged }) => `${example.id} ${judged.protection.verdict}`,
      ),
    );
    const wanted = encryptedExamples.map(
      ({ id, verdict }) => `${id} ${verdict}`,
    );
    expect(wanted.filter(it => !reached.has(it))).toEqual([]);
  });
});
