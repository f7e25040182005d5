import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  catalogFactId,
  type CatalogFact,
} from 'backstage-plugin-volume-encryption-common';
import { changesOf } from './changesOf';

/** What the provider of the tests is configured with. */
export const settings = {
  owner: 'group:default/platform',
  pageUrl: 'https://portal.example/volume-encryption',
};

/** A KMS that entities use directly. */
export function kmsFact(name: string, usedBy: string[] = []): CatalogFact {
  const id = catalogFactId.kms(name);
  return { id, type: 'kms', name, dependsOn: [], usedBy };
}

/** A tenant whose keys are in `vault`, and more about it. */
export function tenantFact(
  cluster: string,
  name: string,
  more: Partial<CatalogFact> = {},
): CatalogFact {
  const id = catalogFactId.tenant(cluster, name);
  const dependsOn = [catalogFactId.kms('vault')];
  return { id, type: 'tenant', name, cluster, dependsOn, usedBy: [], ...more };
}

/** The catalog after it was given these facts and nothing else. */
export function catalogWith(...items: CatalogFact[]): Map<string, Entity> {
  const { added } = changesOf(
    { items, unread: new Set() },
    new Map(),
    settings,
  );
  return new Map(added.map(it => [stringifyEntityRef(it), it]));
}
