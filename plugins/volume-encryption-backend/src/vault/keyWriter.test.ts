import { keyWriter } from './keyWriter';

const written = (actor?: string) => ({ created_by: actor && { actor } });

it.each([
  [
    'kubernetes-payments-ceph-csi-vault-sa',
    'ServiceAccount payments/ceph-csi-vault-sa',
    true,
  ],
  ['token-prod-payments', 'the token of tenant prod.payments', true],
  ['root', 'the root token', false],
  ['kubernetes-orders-ceph-csi-vault-sa', undefined, undefined],
  ['userpass-alice', undefined, undefined],
])('knows %s in the mount of prod.payments', (actor, words, byTenant) => {
  const writer = keyWriter(written(actor), 'csi/prod.payments');
  expect(writer.writtenBy).toBe(words ?? actor);
  expect(writer.writtenByTenant).toBe(byTenant);
});

it('takes nobody for the tenant of a mount that is shared', () => {
  const writer = keyWriter(written('token-secret'), 'secret');
  expect(writer).toEqual({ writtenBy: 'token-secret' });
});

it('says nothing where Vault does not', () => {
  expect(keyWriter(written(), 'csi/prod.payments')).toEqual({});
});
