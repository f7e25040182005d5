import { seen } from '../assessment/testFacts';
import { testClaim, testMeta } from '../kubernetes/testObjects';
import {
  LABEL_KUBERNETES_ID,
  LABEL_MANAGED_BY,
  MANAGER,
} from '../contract/annotations';
import type { ObjectMeta } from '../kubernetes/objects';
import { checksOf, denied, inShort } from './testPreflight';

const namespace = (changes: Partial<ObjectMeta> = {}) =>
  seen({ kind: 'Namespace' as const, meta: testMeta(changes) });

it.each([
  ['is there', namespace(), 'ok'],
  ['is not there', seen(undefined), 'blocked platform-team'],
  [
    'is being deleted',
    namespace({ deletedAt: '2026-03-01T00:00:00Z' }),
    'blocked platform-team',
  ],
  ['may not be read', denied, 'unknown platform-team'],
])('a namespace that %s', (_, fact, expected) => {
  expect(inShort('namespace', { namespace: fact })).toBe(expected);
});

it('says of a namespace that ends that it does', () => {
  const ending = namespace({ deletedAt: '2026-03-01T00:00:00Z' });
  const [check] = checksOf('namespace', { namespace: ending });
  expect(check.message).toContain('is being deleted');
  expect(check.nextStep).toContain('Choose another namespace');
});

it('is content with a namespace that serves an owner', () => {
  expect(checksOf('consent')).toMatchObject([
    {
      outcome: 'ok',
      message: expect.stringContaining('group:default/payments'),
    },
  ]);
});

it.each([
  [
    'serves another',
    { owners: ['group:default/insurance'] },
    'blocked platform-team',
  ],
  ['serves nobody', { namespace: namespace() }, 'blocked platform-team'],
  ['may not be read', { namespace: denied }, 'unknown platform-team'],
  ['is not there', { namespace: seen(undefined) }, ''],
])('consent of a namespace that %s', (_, facts, expected) => {
  expect(inShort('consent', facts)).toBe(expected);
});

const ours = (id: string) => ({
  [LABEL_MANAGED_BY]: MANAGER,
  [LABEL_KUBERNETES_ID]: id,
});
const claim = (labels: Record<string, string>, requested = '10Gi') =>
  seen(testClaim({ requested, meta: testMeta({ labels }) }));

it.each([
  ['is free', seen(undefined), 'ok'],
  ['is that of the same claim', claim(ours('orders')), 'ok'],
  [
    'is that of another size',
    claim(ours('orders'), '5Gi'),
    'blocked developer',
  ],
  ['is of another component', claim(ours('other')), 'blocked developer'],
  ['is of somebody else', claim({}), 'blocked developer'],
  ['may not be looked up', denied, 'unknown platform-team'],
])('a name that %s', (_, existing, expected) => {
  expect(inShort('claim', { existing })).toBe(expected);
});
