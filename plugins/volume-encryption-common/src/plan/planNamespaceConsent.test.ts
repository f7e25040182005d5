import { planNamespaceConsent } from './planNamespaceConsent';
import { namespaceOf } from './testState';
import { TENANT } from './testTenant';

const OWNER = 'volume-encryption.backstage.io/owner';
const GROUP = 'group:default/payments';
const state = (owner?: string) => ({
  csiNamespace: 'rook-ceph',
  namespace: namespaceOf({ annotations: owner ? { [OWNER]: owner } : {} }),
});
const planned = (owner?: string, given: object = state('payments')) =>
  planNamespaceConsent(
    { operation: 'namespace-consent', ...TENANT, owner },
    { csiNamespace: 'rook-ceph', ...given },
  );

it.each([
  ['sets', 'shop', undefined, 'group:default/shop'],
  ['changes', 'user:shop', 'payments', 'user:default/shop'],
  ['takes back', undefined, 'payments', null],
  ['mends', 'shop', '///', 'group:default/shop'],
  ['takes back', undefined, '///', null],
])('%s it', (_, owner, before, after) => {
  expect(planned(owner, state(before)).steps).toMatchObject([
    {
      kind: 'patch',
      change: 'update',
      target: {
        kind: 'Namespace',
        name: 'payments',
        uid: 'uid-of-payments',
        resourceVersion: '1',
      },
      patch: { annotations: { [OWNER]: after } },
    },
  ]);
});

it.each([
  ['payments', 'group:payments'],
  ['group:default/payments', 'payments'],
  [undefined, undefined],
])('has nothing to do for %s where it is %s', (owner, before) => {
  const plan = planned(owner, state(before));
  expect(plan.steps.map(({ change }) => change)).toEqual(['none']);
  expect(plan.notes).toEqual([]);
});

it.each([
  ['shop', undefined, { to: 'group:default/shop' }],
  ['shop', 'payments', { from: GROUP, to: 'group:default/shop' }],
  [undefined, 'payments', { from: GROUP }],
  ['payments', 'payments', undefined],
])('tells for the records that it is for %s, and was for %s', (...given) => {
  const [owner, before, change] = given;
  expect(planned(owner, state(before)).consent).toEqual(change);
});

it.each(['shop', undefined])('says who loses when it is for %s', owner => {
  expect(planned(owner).notes).toEqual([
    expect.objectContaining({
      code: 'claims-stay',
      message: expect.stringContaining('group:default/payments'),
    }),
  ]);
});

it.each(['', 'a b', 'group:'])('refuses the owner "%s"', owner => {
  expect(() => planned(owner)).toThrow(
    expect.objectContaining({ code: 'invalid-input', field: 'owner' }),
  );
});

it('refuses a namespace of the cluster itself, and lets it be taken back', () => {
  const given = { ...state('payments'), csiNamespace: 'payments' };
  expect(() => planned('shop', given)).toThrow(
    expect.objectContaining({ code: 'invalid-input', field: 'namespace' }),
  );
  expect(planned(undefined, given).steps).toHaveLength(1);
});

it('refuses a namespace that is not there', () => {
  expect(() => planned('shop', { namespace: undefined })).toThrow(
    expect.objectContaining({ code: 'not-found' }),
  );
});
