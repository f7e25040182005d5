import { ANNOTATION_OWNER } from '../contract/annotations';
import { testMeta } from '../kubernetes/testObjects';
import { consentedOwner, tenantId, tenantMountPath } from './tenant';

it('has an id of one segment', () => {
  expect(tenantId('prod', 'payments')).toBe('prod.payments');
});

it.each([
  ['csi', 'csi/prod.payments'],
  ['/csi/', 'csi/prod.payments'],
  ['team/csi', 'team/csi/prod.payments'],
])('has its mount under %s', (prefix, expected) => {
  expect(tenantMountPath(prefix, 'prod.payments')).toBe(expected);
});

it.each([
  ['group:default/payments', 'group:default/payments'],
  ['Group:Default/Payments', 'group:default/payments'],
  ['payments', 'group:default/payments'],
  ['user:jane', 'user:default/jane'],
  ['team-a/payments', 'group:team-a/payments'],
  ['', undefined],
  ['group:', undefined],
  [undefined, undefined],
])('serves the owner "%s"', (owner, expected) => {
  const annotations: Record<string, string> =
    owner === undefined ? {} : { [ANNOTATION_OWNER]: owner };
  expect(
    consentedOwner({ kind: 'Namespace', meta: testMeta({ annotations }) }),
  ).toBe(expected);
});
