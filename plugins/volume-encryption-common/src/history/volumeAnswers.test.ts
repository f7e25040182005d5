import { seen, testFacts, testKms } from '../assessment/testFacts';
import { unknown } from '../observation/observed';
import { volumeAnswers } from './volumeAnswers';

const READY = { protection: 'volume/customer-key', remount: 'ready' };

it('tells of a volume that is well, and where its key is', () => {
  const told = volumeAnswers(testFacts());
  expect(told).toMatchObject({ answers: READY, kms: 'vault' });
  expect(told.reasons.remount).toEqual([]);
});

it('tells why it is blocked, by codes alone', () => {
  const { answers, reasons } = volumeAnswers(
    testFacts({ key: seen({ presence: 'destroyed' }) }),
  );
  expect(answers.remount).toBe('blocked');
  expect(reasons.remount).toEqual(['key-missing']);
});

it.each(['not-asked', 'timeout', 'unreachable', 'not-synced'] as const)(
  'does not tell what is unknown for now: %s',
  why => {
    const { answers } = volumeAnswers(testFacts({ key: unknown(why, 'x') }));
    expect(answers).not.toHaveProperty('remount');
    expect(answers.protection).toBe('volume/customer-key');
  },
);

it('tells what cannot be known', () => {
  const { answers } = volumeAnswers(
    testFacts({ key: unknown('denied', 'no right') }),
  );
  expect(answers.remount).toBe('unknown');
});

it('leaves it to the KMS that it is sealed', () => {
  const sealed = testFacts({
    kms: seen(testKms({ state: 'sealed' })),
    key: unknown('sealed', 'sealed'),
  });
  expect(volumeAnswers(sealed).answers).not.toHaveProperty('remount');
});

it('does not tell of a volume that could not be read', () => {
  const { answers } = volumeAnswers(
    testFacts({ volume: unknown('unreachable', 'x') }),
  );
  expect(answers).toEqual({});
});
