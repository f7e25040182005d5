import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { CorpusCase } from '../assessment/corpusFacts';
import { corpusFacts } from '../assessment/corpusFacts';
import { seededRandom } from '../assessment/seededRandom';
import { seen, testFacts } from '../assessment/testFacts';
import type { VolumeFacts } from '../assessment/volumeFacts';
import type { Lifecycle } from '../contract/api';
import { DRIVER_PROFILES } from '../driver/driverProfiles';
import { isVolumeOfClaim } from '../kubernetes/isVolumeOfClaim';
import { testClaim, testClass } from '../kubernetes/testObjects';
import { unknown, valueOf } from '../observation/observed';
import type { SnapshotClasses } from './conditions';
import { volumeLifecycle } from './volumeLifecycle';

const FOLDER = join(__dirname, '../assessment/__corpus__');

/** The labelled volumes of every driver, which are real in their shape. */
const corpus = readdirSync(FOLDER)
  .filter(name => name.endsWith('.yaml'))
  .flatMap((name): CorpusCase[] =>
    parse(readFileSync(join(FOLDER, name), 'utf8')),
  );

const lost = unknown('denied', 'RBAC forbids it.');
const POLICIES = ['Delete', 'Retain', 'Recycle', '', 'delete'];

function damaged(seed: number) {
  const random = seededRandom(seed);
  const pick = <T>(all: readonly T[]) => all[random(all.length)];
  const isHit = () => random(4) === 0;
  const sound = corpusFacts(pick(corpus));
  const own = valueOf(sound.volume);
  const { csi } = own ?? {};
  const other = valueOf(corpusFacts(pick(corpus)).volume)?.csi;
  const volume = own && {
    ...own,
    reclaimPolicy: isHit() ? pick(POLICIES) : own.reclaimPolicy,
    claim: isHit() ? undefined : own.claim,
    csi: isHit() ? other : csi,
  };
  const facts: VolumeFacts = {
    ...(isHit() ? { ...testFacts(), claim: sound.claim } : sound),
    claim: isHit()
      ? testClaim({ phase: pick(['Lost', 'Pending']) })
      : sound.claim,
    volume: isHit() ? pick([lost, seen(undefined)]) : seen(volume),
    storageClass: isHit()
      ? pick([lost, seen(undefined), seen(testClass())])
      : sound.storageClass,
  };
  const classes: SnapshotClasses = pick([lost, seen(undefined), seen([])]);
  return { seed, facts, lifecycle: volumeLifecycle(facts, classes) };
}

const cases = Array.from({ length: 6000 }, (_, seed) => damaged(seed));

/** Written anew, by hand: what must be read before anybody speaks of a key. */
function isDriverRead({ claim, volume, storageClass }: VolumeFacts): boolean {
  const bound = valueOf(volume);
  const isKnown = (name: string | undefined) =>
    DRIVER_PROFILES.some(profile => profile.matches(name ?? ''));
  if (claim.phase === 'Pending' && !bound) {
    return isKnown(valueOf(storageClass)?.provisioner);
  }
  if (!bound || claim.phase === 'Lost' || !isVolumeOfClaim(bound, claim)) {
    return false;
  }
  const maker = bound.meta.annotations['pv.kubernetes.io/provisioned-by'];
  return bound.csi
    ? isKnown(bound.csi.driver)
    : isKnown(`spec.${bound.otherSource}`) ||
        isKnown(`flex:${bound.flexDriver}`) ||
        isKnown(maker);
}

function isPolicyRead({ claim, volume, storageClass }: VolumeFacts): boolean {
  const bound = valueOf(volume);
  const policy = bound
    ? bound.reclaimPolicy
    : claim.phase === 'Pending' &&
      volume.status === 'observed' &&
      valueOf(storageClass)?.reclaimPolicy;
  return policy === 'Delete' || policy === 'Retain';
}

const says = ({ acts }: Lifecycle, act: string, fates: string[]) =>
  acts.some(it => it.act === act && fates.includes(it.key?.fate ?? ''));

const CLAIMED = ['deleted', 'soft-deleted', 'stays', 'shared', 'none'];

describe('volumes of every driver, damaged at random', () => {
  it('tell of no key when their driver is not read', () => {
    const liars = cases.filter(
      ({ facts, lifecycle }) =>
        !isDriverRead(facts) &&
        lifecycle.acts.some(({ key }) => key && key.fate !== 'unknown'),
    );
    expect(liars.map(it => it.seed)).toEqual([]);
  });

  it('tell of no key when deleted, if their reclaim policy is not read', () => {
    const liars = cases.filter(
      ({ facts, lifecycle }) =>
        !isPolicyRead(facts) && says(lifecycle, 'delete', CLAIMED),
    );
    expect(liars.map(it => it.seed)).toEqual([]);
  });

  it('never keep a key that Delete deletes, nor delete one that Retain keeps', () => {
    const liars = cases.filter(
      ({ facts, lifecycle }) =>
        valueOf(facts.volume)?.reclaimPolicy === 'Retain' &&
        says(lifecycle, 'delete', ['deleted', 'soft-deleted']),
    );
    expect(liars.map(it => it.seed)).toEqual([]);
  });

  it('always say why, and what happens', () => {
    const mute = cases.filter(({ lifecycle }) =>
      lifecycle.acts.some(({ answer, reason, volume, key }) =>
        answer === 'possible' ? !volume || !key || reason : !reason,
      ),
    );
    expect(mute.map(it => it.seed)).toEqual([]);
  });

  it('never call a copy possible where snapshots cannot be read', () => {
    const liars = corpus.filter(it =>
      volumeLifecycle(corpusFacts(it), lost).acts.some(
        ({ act, answer }) =>
          (act === 'snapshot' || act === 'restore') && answer === 'possible',
      ),
    );
    expect(liars.map(it => it.name)).toEqual([]);
  });

  it('still reach every fate, so that the rules above are put to the test', () => {
    const fates = cases.flatMap(({ lifecycle }) =>
      lifecycle.acts.map(({ key }) => key?.fate ?? '-'),
    );
    expect([...new Set(fates)]).toEqual(
      expect.arrayContaining([
        ...CLAIMED.filter(it => it !== 'soft-deleted'),
        ...['same', 'copied', 'new', 'unknown', '-'],
      ]),
    );
  });
});
