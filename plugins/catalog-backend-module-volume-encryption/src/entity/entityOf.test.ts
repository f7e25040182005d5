import { resourceEntityV1alpha1Validator } from '@backstage/catalog-model';
import type { CatalogFact } from 'backstage-plugin-volume-encryption-common';
import { kmsFact, settings, tenantFact } from './testFacts';
import { entityOf } from './entityOf';

const storageClass: CatalogFact = {
  id: 'storage-class/prod/fast',
  type: 'storage-class',
  name: 'fast',
  cluster: 'prod',
  dependsOn: ['kms/vault', 'cluster/prod'],
  usedBy: ['component:default/ledger'],
};

it('is a Resource with its relations on both sides, and little else', () => {
  expect(entityOf(storageClass, settings)).toEqual({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      namespace: 'default',
      name: 'storage-class.prod.fast',
      title: 'StorageClass fast on prod',
      description: 'Volumes are asked for by it',
      annotations: {
        'backstage.io/managed-by-location':
          'volume-encryption:storage-class/prod/fast',
        'backstage.io/managed-by-origin-location':
          'volume-encryption:storage-class/prod/fast',
        'volume-encryption.backstage.io/fact': 'storage-class/prod/fast',
      },
    },
    spec: {
      type: 'storage-class',
      owner: 'group:default/platform',
      dependsOn: [
        'resource:default/kms.vault',
        'resource:default/volume-cluster.prod',
      ],
      dependencyOf: ['component:default/ledger'],
    },
  });
});

it('is owned by whom it serves, if anybody', () => {
  const owner = 'group:default/payments';
  const tenant = tenantFact('prod', 'payments', { owner });
  expect(entityOf(tenant, settings).spec.owner).toBe(owner);
});

it.each([storageClass, kmsFact('vault'), tenantFact('prod', 'payments')])(
  'is what the catalog takes for a Resource: $id',
  async fact => {
    const entity = entityOf(fact, settings);
    expect(await resourceEntityV1alpha1Validator.check(entity)).toBe(true);
  },
);
