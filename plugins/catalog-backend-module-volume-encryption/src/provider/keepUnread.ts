import type { Entity, ResourceEntity } from '@backstage/catalog-model';
import { clusterOfFact } from 'backstage-plugin-volume-encryption-common';

/** Whether a fact may be missing because its cluster could not be read. */
export function mayBeThere(id: string, unread: ReadonlySet<string>): boolean {
  const cluster = clusterOfFact(id);
  return cluster !== undefined && unread.has(cluster);
}

/**
 * Whether a fact may lack something because of clusters that could not be read.
 * Who uses a KMS is read from all of them.
 */
export function mayLack(id: string, unread: ReadonlySet<string>): boolean {
  const isOfAll = clusterOfFact(id) === undefined && unread.size > 0;
  return isOfAll || mayBeThere(id, unread);
}

/**
 * The entity with the relations that it had before, and the owner: nothing was
 * read that says that they are gone.
 *
 * @param hasOwner - whether `entity` has an owner of its own
 */
export function keepUnread(
  entity: ResourceEntity,
  former: Entity | undefined,
  hasOwner: boolean,
): ResourceEntity {
  if (!former) return entity;
  const { spec } = entity;
  const owner = former.spec?.owner;
  return {
    ...entity,
    spec: {
      ...spec,
      owner: !hasOwner && typeof owner === 'string' ? owner : spec.owner,
      dependsOn: together(spec.dependsOn, former.spec?.dependsOn),
      dependencyOf: together(spec.dependencyOf, former.spec?.dependencyOf),
    },
  };
}

function together(now: string[] = [], before: unknown): string[] {
  const refs = Array.isArray(before) ? before : [];
  return [...new Set([...now, ...refs.map(String)])].sort();
}
