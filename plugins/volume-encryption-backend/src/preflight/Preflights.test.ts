import type { Entity } from '@backstage/catalog-model';
import type { ClaimRequest } from 'backstage-plugin-volume-encryption-common';
import { Systems } from '../systems';
import { Preflights } from './Preflights';

const request: ClaimRequest = {
  operation: 'claim',
  entityRef: 'component:default/orders',
  cluster: 'prod',
  namespace: 'payments',
  name: 'orders-data',
  storageClass: 'encrypted',
  size: '10Gi',
  accessMode: 'ReadWriteOnce',
  volumeMode: 'Filesystem',
};
const annotations = { 'backstage.io/kubernetes-id': 'orders' };
const orders: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders', annotations },
};

/** Of a portal without clusters, so that nothing can be read. */
const preflights = new Preflights(
  Object({
    systems: new Systems({ clusters: [], kms: [] }),
    now: () => new Date(),
  }),
);

it.each<[string, Partial<ClaimRequest>]>([
  ['cluster', { cluster: '' }],
  ['namespace', { namespace: '..' }],
  ['name', { name: 'a/b' }],
  ['storageClass', { storageClass: '' }],
  ['size', { size: '10' }],
])(
  'refuses a %s that is not valid before anything is read',
  async (field, changes) => {
    await expect(
      preflights.look({ ...request, ...changes }, { entity: orders }),
    ).rejects.toMatchObject({ code: 'invalid-input', field });
  },
);

it('refuses a component that would not see the claim', async () => {
  const bare = { ...orders, metadata: { name: 'orders' } };
  await expect(
    preflights.look(request, { entity: bare }),
  ).rejects.toMatchObject({ code: 'invalid-input', field: 'entityRef' });
});

it('refuses a cluster that nobody configured', async () => {
  await expect(
    preflights.look(request, { entity: orders }),
  ).rejects.toMatchObject({ code: 'unknown-cluster' });
});
