import { setImmediate as nextTurn } from 'node:timers/promises';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  isVolumeEncryptionError,
  type PersistentVolumeClaim,
} from 'backstage-plugin-volume-encryption-common';
import { entityClaims } from '../tenancy';
import type { ClusterSnapshot } from '../volumeIndex';
import { subjectKey } from './Subject';

/** Refs of entities by the key of a volume. */
export type EntitiesByVolume = ReadonlyMap<string, readonly string[]>;

/** After so many entities others are served in between. */
const AT_ONCE = 250;

/** Whose each volume is, in the namespaces that consent to it. */
export async function entitiesByVolume(
  entities: readonly Entity[],
  snapshots: readonly ClusterSnapshot[],
): Promise<EntitiesByVolume> {
  const found = new Map<string, string[]>();
  for (const [at, entity] of entities.entries()) {
    if (at % AT_ONCE === AT_ONCE - 1) await nextTurn();
    const entityRef = stringifyEntityRef(entity);
    for (const snapshot of snapshots) {
      for (const { meta } of claimsOf(entity, snapshot)) {
        const { cluster } = snapshot;
        const { namespace, name: claim } = meta;
        const key = subjectKey({ kind: 'volume', cluster, namespace, claim });
        const others = found.get(key);
        if (others) others.push(entityRef);
        else found.set(key, [entityRef]);
      }
    }
  }
  return found;
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
