import {
  isVolumeOfClaim,
  valueOf,
  withFormerClaim,
  type PersistentVolume,
  type PersistentVolumeClaim,
  type VolumeFacts,
} from 'backstage-plugin-volume-encryption-common';
import {
  countVolumesOfClass,
  countVolumesOfSecret,
  eventsAbout,
  find,
  observedIn,
  podsOfClaim,
  type ClusterSnapshot,
} from '../volumeIndex';
import { connectionsOf } from './connectionsOf';

/** The facts of a claim that its cluster's snapshot holds. */
export type ClusterFacts = Pick<
  VolumeFacts,
  | 'cluster'
  | 'claim'
  | 'volume'
  | 'storageClass'
  | 'pods'
  | 'events'
  | 'connections'
  | 'volumesOfClass'
  | 'volumesOfSecret'
>;

/** What the index knows about a claim, without any call. */
export function clusterFacts(
  claim: PersistentVolumeClaim,
  snapshot: ClusterSnapshot,
): ClusterFacts {
  const { tables, cluster } = snapshot;
  const { volumeName, storageClassName } = claim;
  const pods = observedIn(snapshot, tables.Pod, table => [
    ...podsOfClaim(table, claim),
  ]);
  return {
    cluster,
    claim,
    volume: volumeName
      ? observedIn(snapshot, tables.PersistentVolume, table =>
          find(table, volumeName),
        )
      : observedIn(snapshot, tables.PersistentVolumeClaim, () => undefined),
    storageClass: storageClassName
      ? observedIn(snapshot, tables.StorageClass, table =>
          find(table, storageClassName),
        )
      : observedIn(snapshot, tables.PersistentVolumeClaim, () => undefined),
    pods,
    events: observedIn(snapshot, tables.Event, table =>
      [
        claim,
        ...ownVolumeOf(claim, snapshot),
        ...(valueOf(pods) ?? []),
      ].flatMap(subject => eventsAbout(table, subject)),
    ),
    connections: connectionsOf(snapshot, driverOf(claim, snapshot)),
    volumesOfClass: countVolumesOfClass(snapshot, storageClassName),
    volumesOfSecret: volumesOfSecret(claim, snapshot),
  };
}

/**
 * What the index knows about a volume that no claim has, so that no pod has it
 * either: as of the claim that it had, see `withFormerClaim`.
 */
export function unclaimedFacts(
  unclaimed: PersistentVolume,
  snapshot: ClusterSnapshot,
): ClusterFacts {
  const { tables, cluster } = snapshot;
  const { volume, claim } = withFormerClaim(unclaimed);
  const { storageClassName, csi } = volume;
  return {
    ...{ cluster, claim },
    volume: observedIn(snapshot, tables.PersistentVolume, () => volume),
    storageClass: observedIn(snapshot, tables.StorageClass, table =>
      storageClassName ? find(table, storageClassName) : undefined,
    ),
    pods: observedIn(snapshot, tables.Pod, () => []),
    events: observedIn(snapshot, tables.Event, table => [
      ...eventsAbout(table, volume),
    ]),
    connections: connectionsOf(snapshot, csi?.driver),
    volumesOfClass: countVolumesOfClass(snapshot, storageClassName),
    volumesOfSecret: valueOf(
      observedIn(snapshot, tables.PersistentVolume, table =>
        countVolumesOfSecret(table, volume),
      ),
    ),
  };
}

/** Unknown until all volumes were listed. */
function volumesOfSecret(
  claim: PersistentVolumeClaim,
  snapshot: ClusterSnapshot,
): number | undefined {
  const [volume] = ownVolumeOf(claim, snapshot);
  if (!volume) return undefined;
  return valueOf(
    observedIn(snapshot, snapshot.tables.PersistentVolume, table =>
      countVolumesOfSecret(table, volume),
    ),
  );
}

/** The driver that made the volume, or will make it. */
function driverOf(
  claim: PersistentVolumeClaim,
  { tables }: ClusterSnapshot,
): string | undefined {
  const volume = find(tables.PersistentVolume, claim.volumeName ?? '');
  const storageClass = find(tables.StorageClass, claim.storageClassName ?? '');
  return volume?.csi?.driver ?? storageClass?.provisioner;
}

/** The events of another claim's volume are not for this one's owner. */
function ownVolumeOf(
  claim: PersistentVolumeClaim,
  { tables }: ClusterSnapshot,
): PersistentVolume[] {
  const volume = find(tables.PersistentVolume, claim.volumeName ?? '');
  return volume && isVolumeOfClaim(volume, claim) ? [volume] : [];
}
