import { diagnose } from './diagnose';
import { isAbout } from './diagnosisRule';
import { type KnownText, readCorpus } from './__testUtils__/readCorpus';
import { statusRules, textRules } from './rules';
import { eventOf, podEventOf } from './testEvents';

const corpus = readCorpus();
const all = corpus.flatMap(({ texts }) => texts);

/** A minute passes between its first and last time, so that silence counts. */
function eventWith({ about, type = 'Warning', reason, text }: KnownText) {
  const make = about === 'Pod' ? podEventOf : eventOf;
  const firstSeen = '2026-01-01T09:59:00Z';
  const event = make({ message: text, type, firstSeen });
  const kind = about ?? event.about.kind;
  return {
    ...event,
    reason: reason ?? event.reason,
    about: { ...event.about, kind },
  };
}

describe.each(corpus)('the texts of $file', ({ texts }) => {
  it.each(texts.map(it => [it.code, it.text, it] as const))(
    'say %s: %s',
    (code, raw, known) => {
      const [diagnosis, ...more] = diagnose([eventWith(known)]);
      expect(more).toEqual([]);
      expect(diagnosis).toMatchObject({ code, owner: known.owner, raw });
      expect(diagnosis.cause).toContain(known.says);
      expect(`${diagnosis.cause} ${diagnosis.nextStep}`).not.toContain('$<');
    },
  );
});

const provisioned = all.filter(({ reason, about }) => !reason && !about);
const PREFIXES = [
  '',
  'Volume provisioning failed with infeasible error. Retries will be delayed. ',
  'failed to provision volume with StorageClass "encrypted": ',
];

it.each(provisioned.map(it => [it.code, it] as const))(
  'folds %s of provisioners of release 5 and 6 into one',
  (code, known) => {
    const diagnoses = diagnose(
      PREFIXES.map(prefix =>
        eventWith({ ...known, text: `${prefix}${known.text}` }),
      ),
    );
    expect(diagnoses).toMatchObject([{ code, count: 3 }]);
  },
);

it('has a source for each text, and each text once', () => {
  expect(all.filter(({ source }) => !source)).toEqual([]);
  const texts = all.map(({ text, reason }) => `${reason} ${text}`);
  expect(texts.filter((it, n) => texts.indexOf(it) !== n)).toEqual([]);
  expect(all.length).toBeGreaterThanOrEqual(200);
});

it('has one rule for each text, whatever their order', () => {
  const taken = all.map(({ text }) => {
    const byWords = textRules.filter(rule => isAbout(rule, text));
    const rules = byWords.length
      ? byWords
      : statusRules.filter(rule => isAbout(rule, text));
    return { text, codes: rules.map(({ code }) => code) };
  });
  expect(taken.filter(({ codes }) => codes.length !== 1)).toEqual([]);
});

it('has a text for each rule', () => {
  const unreached = [...textRules, ...statusRules].filter(
    rule => !all.some(({ text }) => isAbout(rule, text)),
  );
  expect(unreached.map(({ code, pattern }) => [code, pattern])).toEqual([]);
});
