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

/** The entities that have claims, in the namespaces that consent to them. */
export function usersOf(
  entities: readonly Entity[],
  clusters: readonly KnownCluster[],
): User[] {
  return entities.flatMap(entity => {
    const uses = clusters.flatMap(known =>
      claimsOf(entity, known.snapshot).map(claim => ({
        claim,
        footing: restsOn(claim, known),
      })),
    );
    if (uses.length === 0) return [];
    return [
      { entityRef: stringifyEntityRef(entity), owners: ownersOf(entity), uses },
    ];
  });
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
