import type {
  AffectedEntity,
  BlastRadius,
  PersistentVolumeClaim,
} from 'backstage-plugin-volume-encryption-common';
import { all } from '../volumeIndex';
import { restsOn, type Footing, type KnownCluster } from './restsOn';
import type { Use, User } from './usersOf';

type Counts = Pick<BlastRadius, 'volumes' | 'volumesOfNone' | 'owners'> & {
  entities: AffectedEntity[];
};

/**
 * What would be hit if that of which this is the id went down: bound claims, the
 * entities they are of and how many own these. Most volumes first.
 */
export function blastRadius(
  id: string,
  clusters: readonly KnownCluster[],
  users: readonly User[],
): Counts {
  const hit = new Set(clusters.flatMap(it => volumesOn(id, it)));
  const affected = users.flatMap(user => {
    const its = user.uses.filter(({ claim }) => hit.has(claim));
    return its.length > 0 ? [{ user, its }] : [];
  });
  const ofSome = new Set(affected.flatMap(({ its }) => its.map(claimOf)));
  const owners = new Set(affected.flatMap(({ user }) => user.owners));
  return {
    volumes: hit.size,
    volumesOfNone: hit.size - ofSome.size,
    owners: owners.size,
    entities: affected
      .map(({ user: { entityRef, owners: its }, its: { length } }) => ({
        entityRef,
        owners: its,
        volumes: length,
      }))
      .sort(byVolumes),
  };
}

function volumesOn(id: string, known: KnownCluster): PersistentVolumeClaim[] {
  const { PersistentVolumeClaim: claims } = known.snapshot.tables;
  return all(claims).filter(
    claim => claim.phase === 'Bound' && rests(restsOn(claim, known), id),
  );
}

function rests({ storageClass, tenant, kms }: Footing, id: string): boolean {
  return storageClass === id || tenant === id || kms === id;
}

function claimOf({ claim }: Use): PersistentVolumeClaim {
  return claim;
}

function byVolumes(one: AffectedEntity, other: AffectedEntity): number {
  return (
    other.volumes - one.volumes || (one.entityRef < other.entityRef ? -1 : 1)
  );
}
