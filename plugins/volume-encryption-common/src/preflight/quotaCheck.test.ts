import { seen } from '../assessment/testFacts';
import { testClaim } from '../kubernetes/testObjects';
import { checksOf, denied, inShort, quota } from './testPreflight';

const FULL = 'blocked platform-team quota-exceeded';
const OF_CLASS = 'encrypted.storageclass.storage.k8s.io';

it.each<[string, Record<string, string>, Record<string, string>, string]>([
  ['pods', { pods: '0' }, { pods: '0' }, 'ok'],
  [
    'just enough',
    { 'requests.storage': '20Gi' },
    { 'requests.storage': '10Gi' },
    'ok',
  ],
  [
    'a byte too little',
    { 'requests.storage': '20Gi' },
    { 'requests.storage': '10737418241' },
    FULL,
  ],
  [
    'one claim more',
    { persistentvolumeclaims: '2' },
    { persistentvolumeclaims: '1' },
    'ok',
  ],
  [
    'no claim more',
    { persistentvolumeclaims: '2' },
    { persistentvolumeclaims: '2' },
    FULL,
  ],
  [
    'no object more',
    { 'count/persistentvolumeclaims': '1' },
    { 'count/persistentvolumeclaims': '1' },
    FULL,
  ],
  [
    'nothing of the class',
    { [`${OF_CLASS}/requests.storage`]: '0' },
    { [`${OF_CLASS}/requests.storage`]: '0' },
    FULL,
  ],
  [
    'no claim of the class',
    { [`${OF_CLASS}/persistentvolumeclaims`]: '0' },
    { [`${OF_CLASS}/persistentvolumeclaims`]: '0' },
    FULL,
  ],
  [
    'nothing of another class',
    { 'slow.storageclass.storage.k8s.io/requests.storage': '0' },
    {},
    'ok',
  ],
  [
    'what nobody has counted',
    { 'requests.storage': '20Gi' },
    {},
    'unknown platform-team quota-exceeded',
  ],
  [
    'what is no quantity',
    { 'requests.storage': 'much' },
    { 'requests.storage': '0' },
    'unknown platform-team quota-exceeded',
  ],
])('a quota that leaves %s', (_, hard, used, expected) => {
  expect(inShort('quota', { quotas: seen([quota(hard, used)]) })).toBe(
    expected,
  );
});

it('judges each quota, and all that it counts', () => {
  const enough = quota(
    { 'requests.storage': '1Ti' },
    { 'requests.storage': '0' },
  );
  const full = quota(
    { 'requests.storage': '1Ti', persistentvolumeclaims: '1' },
    { 'requests.storage': '0', persistentvolumeclaims: '1' },
  );
  const quotas = seen([enough, full]);
  expect(inShort('quota', { quotas })).toBe(`ok, ok, ${FULL}`);
});

it('tells the figures, and whom to ask', () => {
  const quotas = seen([
    quota({ 'requests.storage': '20Gi' }, { 'requests.storage': '15Gi' }),
  ]);
  expect(checksOf('quota', { quotas })).toMatchObject([
    {
      message:
        'ResourceQuota "storage" allows 20Gi of requests.storage, and 15Gi is used: 10Gi more does not fit.',
      nextStep: expect.stringContaining('ask for a larger quota'),
    },
  ]);
});

it('does not judge a quota that counts some claims only', () => {
  const scoped = quota(
    { 'requests.storage': '0' },
    { 'requests.storage': '0' },
    true,
  );
  expect(inShort('quota', { quotas: seen([scoped]) })).toBe(
    'unknown platform-team',
  );
});

it('does not know what may not be read', () => {
  expect(inShort('quota', { quotas: denied })).toBe('unknown platform-team');
});

it('does not ask for a claim that is there', () => {
  expect(
    inShort('quota', { quotas: denied, existing: seen(testClaim()) }),
  ).toBe('');
});
