import {
  catalogFactId,
  type CatalogFact,
} from 'backstage-plugin-volume-encryption-common';

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
