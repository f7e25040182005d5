import { isOfSecret } from './isOfSecret';
import type { TenantCredential } from './TenantCredential';

const credential: TenantCredential = {
  ...{ cluster: 'prod', namespace: 'payments' },
  ...{ kms: 'vault', tenantId: 'prod.payments' },
  ...{ id: 'c', state: 'delivered', requestedBy: 'user:x/ada' },
};

it('goes by the recorded name, whatever a Secret says', () => {
  const recorded = { ...credential, secretName: 'other' };
  expect(isOfSecret(recorded, 'other')).toBe(true);
  expect(isOfSecret(recorded, 'ceph-csi-kms-token', 'c')).toBe(false);
});

it.each<[string, Partial<TenantCredential>, string, string | undefined]>([
  ['of the usual name', {}, 'ceph-csi-kms-token', undefined],
  ['it is in', {}, 'other', 'c'],
  ['it may have been meant for', { state: 'minted' }, 'other', undefined],
])('takes one of unknown name for that of the Secret %s', (_, its, ...in_) => {
  expect(isOfSecret({ ...credential, ...its }, ...in_)).toBe(true);
});

it('leaves one of unknown name that another Secret may have', () => {
  expect(isOfSecret(credential, 'other', 'd')).toBe(false);
});
