import { setImmediate } from 'node:timers/promises';
import {
  RELATION_OWNED_BY,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import {
  isVolumeEncryptionError,
  type PersistentVolumeClaim,
} from 'backstage-plugin-volume-encryption-common';
import { entityClaims } from '../tenancy';
import type { ClusterSnapshot } from '../volumeIndex';
import { restsOn, type Footing, type KnownCluster } from './restsOn';

/** A claim of an entity, and what it rests on. */
export interface Use {
  claim: PersistentVolumeClaim;
  footing: Footing;
}

/** An entity with claims. */
export interface User {
  entityRef: string;
  /** Refs of its owners. */
  owners: string[];
  uses: Use[];
}

/** After so many entities others are served in between. */
const AT_ONCE = 250;

/** The entities that have claims, in the namespaces that consent to them. */
export async function usersOf(
  entities: readonly Entity[],
  clusters: readonly KnownCluster[],
): Promise<User[]> {
  const users: User[] = [];
  for (const [at, entity] of entities.entries()) {
    if (at % AT_ONCE === AT_ONCE - 1) await setImmediate();
    const uses = clusters.flatMap(it => usesOn(it, entity));
    if (uses.length === 0) continue;
    const entityRef = stringifyEntityRef(entity);
    users.push({ entityRef, owners: ownersOf(entity), uses });
  }
  return users;
}

function usesOn(known: KnownCluster, entity: Entity): Use[] {
  return claimsOf(entity, known.snapshot).map(claim => ({
    claim,
    footing: restsOn(claim, known),
  }));
}

function ownersOf({ relations = [] }: Entity): string[] {
  return relations
    .filter(({ type }) => type === RELATION_OWNED_BY)
    .map(({ targetRef }) => targetRef);
}

/** None of an entity whose label selector is none: its own page says so. */
function claimsOf(
  entity: Entity,
  snapshot: ClusterSnapshot,
): readonly PersistentVolumeClaim[] {
  try {
    return entityClaims(entity, snapshot);
  } catch (error) {
    if (isVolumeEncryptionError(error)) return [];
    throw error;
  }
}
