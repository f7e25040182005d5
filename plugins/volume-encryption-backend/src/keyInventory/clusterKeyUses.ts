import {
  awaitedKeys,
  keyUses,
  parseConnections,
  type ClusterKeyUses,
  type ConfigMap,
  type KeyedObjects,
  type KeyUse,
  type Observed,
  type PersistentVolume,
} from 'backstage-plugin-volume-encryption-common';
import { clusterProblems } from '../status';
import { configMapOf, connectionsOf } from '../status/connectionsOf';
import type { Systems } from '../systems';
import { all, find, podsOfClaim, type ClusterSnapshot } from '../volumeIndex';
import { inTurns } from './inTurns';
import type { ListedContents } from './SnapshotContents';

/** What says whose a key is; without one of them nothing is called an orphan. */
const NEEDED = [
  'PersistentVolume',
  'PersistentVolumeClaim',
  'StorageClass',
] as const;

/** What of a cluster has keys, from the index and what was listed of snapshots. */
export async function clusterKeyUses(
  snapshot: ClusterSnapshot,
  snapshots: ListedContents,
  systems: Pick<Systems, 'findKmsAt'>,
): Promise<ClusterKeyUses> {
  const [problem] = clusterProblems(snapshot, NEEDED);
  const kmsNameOf = (address: string) => systems.findKmsAt(address)?.name;
  const objects = keyedObjects(snapshot, snapshots, kmsNameOf);
  const uses: KeyUse[] = [];
  await inTurns(keyUses(objects), use => uses.push(use));
  return {
    cluster: snapshot.cluster,
    uses,
    ...awaitedKeys(objects),
    unread: problem?.message,
    snapshotsUnread: snapshots.unread,
    snapshotsAt: snapshots.at,
    kms: kmsNamedIn(connectionsOf(snapshot), kmsNameOf),
  };
}

function keyedObjects(
  snapshot: ClusterSnapshot,
  { contents }: ListedContents,
  kmsNameOf: KeyedObjects['kmsNameOf'],
): KeyedObjects {
  const { tables } = snapshot;
  const byDriver = new Map<string, Observed<ConfigMap | undefined>>();
  return {
    cluster: snapshot.cluster,
    volumes: all(tables.PersistentVolume),
    contents,
    awaited: awaitedIn(snapshot),
    isMounted: volume => isMounted(volume, snapshot),
    connectionsOf: driver => {
      const known = byDriver.get(driver) ?? connectionsOf(snapshot, driver);
      byDriver.set(driver, known);
      return known;
    },
    overridesOf: (namespace, name) => configMapOf(snapshot, namespace, name),
    kmsNameOf,
  };
}

function awaitedIn({ tables }: ClusterSnapshot): KeyedObjects['awaited'] {
  const { PersistentVolumeClaim, StorageClass } = tables;
  return all(PersistentVolumeClaim).flatMap(claim => {
    if (claim.phase !== 'Pending' || claim.volumeName) return [];
    const storageClass = find(StorageClass, claim.storageClassName ?? '');
    const { namespace } = claim.meta;
    return storageClass ? [{ namespace, storageClass }] : [];
  });
}

function isMounted(
  { claim }: PersistentVolume,
  { tables }: ClusterSnapshot,
): boolean {
  const { PersistentVolumeClaim, Pod } = tables;
  const its = claim && find(PersistentVolumeClaim, claim.name, claim.namespace);
  return (
    its !== undefined &&
    podsOfClaim(Pod, its).some(
      ({ phase, containersStarted }) =>
        phase === 'Running' && containersStarted,
    )
  );
}

function kmsNamedIn(
  connections: Observed<ConfigMap | undefined>,
  kmsNameOf: KeyedObjects['kmsNameOf'],
): ReadonlySet<string> | undefined {
  if (connections.status === 'unknown') return undefined;
  const named = parseConnections(connections.value).connections.flatMap(
    ({ options }) => kmsNameOf(options.vaultAddress ?? '') ?? [],
  );
  return new Set(named);
}
