import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { DRIVER_PROFILES } from '../driver/driverProfiles';
import { valueOf } from '../observation/observed';
import { assessVolume } from './assessVolume';
import type { CorpusCase } from './corpusFacts';
import { answersOf, corpusFacts } from './corpusFacts';
import { profileOf } from './judgeVolume';

const FOLDER = join(__dirname, '__corpus__');

const corpus = readdirSync(FOLDER)
  .filter(name => name.endsWith('.yaml'))
  .map(file => {
    const text = readFileSync(join(FOLDER, file), 'utf8');
    const cases: CorpusCase[] = parse(text);
    return { file, cases };
  });
const all = corpus.flatMap(({ cases }) => cases);

describe.each(corpus)('the labelled volumes of $file', ({ cases }) => {
  it.each(cases.map(it => [it.name, it] as const))('%s', (_, labelled) => {
    const { expected } = labelled;
    const judged = assessVolume(corpusFacts(labelled));
    expect(answersOf(judged, expected)).toEqual(expected);
  });

  it('have names of their own, and say where their labels come from', () => {
    const names = cases.map(({ name }) => name);
    expect([...new Set(names)]).toEqual(names);
    expect(cases.filter(({ source }) => !source)).toEqual([]);
  });
});

it('has at least five labelled volumes of every profile, and 250 in all', () => {
  const few = DRIVER_PROFILES.map(({ id }) => id).filter(id => {
    const own = corpus.find(({ file }) => file === `${id}.yaml`);
    return (own?.cases.length ?? 0) < 5;
  });
  expect(few).toEqual([]);
  expect(all.length).toBeGreaterThanOrEqual(250);
});

// Inline ephemeral volumes have neither claim nor PersistentVolume; those in the
// corpus have a claim, and are of other drivers.
it('puts every profile to the test but that of inline volumes', () => {
  const tried = all.map(it => {
    const volume = valueOf(corpusFacts(it).volume);
    return volume && profileOf(volume)?.id;
  });
  const ids = DRIVER_PROFILES.map(({ id }) => id);
  expect(ids.filter(id => !tried.includes(id))).toEqual(['ephemeral']);
});

it('never says "encrypted" of a volume that is not labelled so', () => {
  const isEncrypted = (verdict: string) =>
    verdict !== 'none' && verdict !== 'unknown';
  const wrong = all.filter(
    it =>
      isEncrypted(assessVolume(corpusFacts(it)).protection.verdict) &&
      !isEncrypted(it.expected.protection),
  );
  expect(wrong.map(({ name }) => name)).toEqual([]);
});
