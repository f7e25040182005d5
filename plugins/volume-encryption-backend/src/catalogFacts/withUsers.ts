import type { CatalogFact } from 'backstage-plugin-volume-encryption-common';
import type { BareFact } from './gatherFacts';
import type { Footing } from './restsOn';
import type { User } from './usersOf';

/**
 * Each fact with the entities whose claims rest on it. A KMS has only those that
 * no tenant or StorageClass leads to, so that the catalog's graph goes from a KMS
 * over its tenants to components, and loses none.
 */
export function withUsers(
  facts: readonly BareFact[],
  users: readonly User[],
): CatalogFact[] {
  const known = new Map(facts.map(fact => [fact.id, fact]));
  const usedBy = new Map(facts.map(({ id }) => [id, new Set<string>()]));
  for (const { entityRef, uses } of users) {
    for (const { footing } of uses) {
      for (const id of directlyUsed(footing, known)) {
        usedBy.get(id)?.add(entityRef);
      }
    }
  }
  return facts.map(fact => ({
    ...fact,
    usedBy: [...(usedBy.get(fact.id) ?? [])].sort(),
  }));
}

function directlyUsed(
  { storageClass, tenant, kms }: Footing,
  known: ReadonlyMap<string, BareFact>,
): string[] {
  const near = [storageClass, tenant].flatMap(it => it ?? []);
  if (kms === undefined) return near;
  const leadsToIt = near.some(it => known.get(it)?.dependsOn.includes(kms));
  return leadsToIt ? near : [...near, kms];
}
