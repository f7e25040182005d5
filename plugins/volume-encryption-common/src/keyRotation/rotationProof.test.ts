import { observed, unknown } from '../observation/observed';
import { rotationProof } from './rotationProof';
import { seen } from './testRotation';

const run = {
  name: 'run-8',
  result: 'succeeded' as const,
  startedAt: '2026-03-08T00:00:01.000Z',
  completedAt: '2026-03-08T00:00:05.000Z',
};
const version = (currentVersion: number, updatedAt: string) =>
  seen({ presence: 'present' as const, currentVersion, updatedAt });
const FIRST = version(1, '2026-03-01T10:00:00Z');

it.each([
  [
    'says that it does not know',
    unknown('sealed', 'The Vault is sealed.'),
    [run],
    'Whether the key was changed is not known: The Vault is sealed.',
  ],
  [
    'says that there is no key',
    seen({ presence: 'soft-deleted' as const }),
    [run],
    'The KMS shows no current version of the key.',
  ],
  [
    'says that nothing was changed yet',
    FIRST,
    [],
    'The KMS has the first version of the key only, written 2026-03-01T10:00:00Z: it was never changed.',
  ],
  [
    'belies a run that made no second version',
    FIRST,
    [run],
    'The run run-8 says that it succeeded, and yet made no new version',
  ],
  [
    'belies a run that is later than the version',
    version(4, '2026-03-07T00:00:00Z'),
    [run],
    'The run run-8 says that it succeeded, and yet made no new version',
  ],
  [
    'proves a run while which a version was written',
    version(4, '2026-03-08T00:00:03Z'),
    [run],
    'It was written while the run run-8 went on, so that run changed the key.',
  ],
  [
    'does not take a later version for that of a run',
    version(5, '2026-03-08T09:00:00Z'),
    [run],
    'It was written after the last run, run-8.',
  ],
  [
    'does not look at runs that failed or go on',
    version(5, '2026-03-08T00:00:03Z'),
    [
      { ...run, result: 'failed' as const },
      { ...run, result: 'running' as const },
    ],
    'The KMS has version 5 of the key, written 2026-03-08T00:00:03Z.',
  ],
])('%s', (_, key, jobs, expected) => {
  expect(rotationProof(key, jobs)).toContain(expected);
});

it('does not judge a run by what was seen before it ended', () => {
  const value = { presence: 'present' as const, currentVersion: 1 };
  const key = observed(
    { ...value, updatedAt: '2026-03-01T10:00:00Z' },
    '2026-03-07T00:00:00.000Z',
  );
  expect(rotationProof(key, [run])).toContain(
    'That was seen 2026-03-07T00:00:00.000Z, before the run run-8 ended.',
  );
});

it('claims nothing of a run of which no times are known', () => {
  const key = version(2, '2026-03-08T00:00:03Z');
  const { name, result } = run;
  expect(rotationProof(key, [{ name, result }])).toBe(
    'The KMS has version 2 of the key, written 2026-03-08T00:00:03Z.',
  );
});
