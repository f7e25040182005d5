import type { Entity } from '@backstage/catalog-model';
import type { BlastRadius } from 'backstage-plugin-volume-encryption-common';

/** A KMS as the entity provider keeps it in the catalog. */
export const exampleKms: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: {
    namespace: 'default',
    name: 'kms.vault',
    annotations: { 'volume-encryption.backstage.io/fact': 'kms/vault' },
  },
  spec: { type: 'kms', owner: 'platform' },
};

/** Two components with three volumes of that KMS, and one volume of nobody. */
export function exampleBlastRadius(
  changes: Partial<BlastRadius> = {},
): BlastRadius {
  const owners = ['group:default/payments'];
  return {
    fact: {
      ...{ id: 'kms/vault', type: 'kms', name: 'vault' },
      ...{ dependsOn: [], usedBy: [] },
    },
    volumes: 4,
    volumesOfNone: 1,
    owners: 1,
    ...{ total: 2, offset: 0, limit: 20 },
    items: [
      { entityRef: 'component:default/ledger', owners, volumes: 2 },
      { entityRef: 'component:default/orders', owners, volumes: 1 },
    ],
    problems: [],
    ...changes,
  };
}
