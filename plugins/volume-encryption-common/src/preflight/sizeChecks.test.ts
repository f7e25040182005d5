import { seen } from '../assessment/testFacts';
import { testClaim } from '../kubernetes/testObjects';
import { checksOf, denied, inShort, limits } from './testPreflight';

const TOO_FAR = 'blocked developer claim-size-not-allowed';

it.each([
  ['none', [], 'ok'],
  ['those of pods only', [limits()], 'ok'],
  ['a maximum that is met', [limits({ max: '10Gi' })], 'ok'],
  ['a minimum that is met', [limits({ min: '10Gi' })], 'ok'],
  ['a smaller maximum', [limits({ max: '9Gi' })], TOO_FAR],
  ['a larger minimum', [limits({ min: '10241Mi' })], TOO_FAR],
  ['one of two', [limits({ max: '1Ti' }), limits({ max: '1Gi' })], TOO_FAR],
  ['what is no quantity', [limits({ max: 'much' })], 'unknown platform-team'],
])('limits: %s', (_, ranges, expected) => {
  expect(inShort('size-limits', { limitRanges: seen(ranges) })).toBe(expected);
});

it('says by which limit, with its figures and the next step', () => {
  const limitRanges = seen([limits({ max: '1Gi' })]);
  expect(checksOf('size-limits', { limitRanges })).toMatchObject([
    {
      message:
        'The claim asks for 10Gi, and the maximum of the namespace is 1Gi (LimitRange "sizes").',
      nextStep: 'Ask for a size within the limits of the namespace.',
      link: expect.stringContaining('limit-range'),
    },
  ]);
});

it('does not know limits that may not be read', () => {
  const [check] = checksOf('size-limits', { limitRanges: denied });
  expect(check).toMatchObject({
    outcome: 'unknown',
    message: expect.stringContaining('RBAC forbids it.'),
    nextStep: expect.stringContaining('deploy/README.md'),
  });
});

it('does not ask for a claim that is there', () => {
  const facts = { limitRanges: denied, existing: seen(testClaim()) };
  expect(checksOf('size-limits', facts)).toEqual([]);
});
