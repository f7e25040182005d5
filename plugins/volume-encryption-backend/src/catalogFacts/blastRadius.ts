import { setImmediate } from 'node:timers/promises';
import type {
  AffectedEntity,
  BlastRadius,
  PersistentVolumeClaim,
} from 'backstage-plugin-volume-encryption-common';
import { inNamespace } from '../volumeIndex';
import { restsOn, type Footing, type KnownCluster } from './restsOn';
import type { Use, User } from './usersOf';

/** After so many claims others are served in between. */
const AT_ONCE = 5_000;

type Counts = Pick<BlastRadius, 'volumes' | 'volumesOfNone' | 'owners'> & {
  entities: AffectedEntity[];
};

/**
 * What would be hit if that of which this is the id went down: bound claims, the
 * entities they are of and how many own these. Most volumes first.
 */
export async function blastRadius(
  id: string,
  clusters: readonly KnownCluster[],
  users: readonly User[],
): Promise<Counts> {
  const hit = await volumesOn(id, clusters);
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

/** Bound claims; others are served in between. */
async function volumesOn(
  id: string,
  clusters: readonly KnownCluster[],
): Promise<Set<PersistentVolumeClaim>> {
  const hit = new Set<PersistentVolumeClaim>();
  let looked = 0;
  for (const known of clusters) {
    const { PersistentVolumeClaim: table } = known.snapshot.tables;
    for (const namespace of table.objects.keys()) {
      const claims = inNamespace(table, namespace);
      claims.filter(it => isOn(it, id, known)).forEach(it => hit.add(it));
      looked += claims.length;
      if (looked < AT_ONCE) continue;
      looked = 0;
      await setImmediate();
    }
  }
  return hit;
}

function isOn(
  claim: PersistentVolumeClaim,
  id: string,
  known: KnownCluster,
): boolean {
  return claim.phase === 'Bound' && rests(restsOn(claim, known), id);
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
