import {
  isVolumeOfClaim,
  type ClusterEvent,
  type PersistentVolumeClaim,
  type Pod,
  type VolumeFacts,
} from 'backstage-plugin-volume-encryption-common';
import {
  all,
  find,
  inNamespace,
  observedIn,
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
>;

/** What the index knows about a claim, without any call. */
export function clusterFacts(
  claim: PersistentVolumeClaim,
  snapshot: ClusterSnapshot,
): ClusterFacts {
  const { tables, cluster } = snapshot;
  const { namespace } = claim.meta;
  const { volumeName, storageClassName } = claim;
  const pods = observedIn(snapshot, tables.Pod, table =>
    inNamespace(table, namespace).filter(({ claimNames }) =>
      claimNames.includes(claim.meta.name),
    ),
  );
  const named = find(tables.PersistentVolume, volumeName ?? '');
  const subjects = {
    pods: pods.status === 'observed' ? pods.value : [],
    // The events of another claim's volume are not for this one's owner.
    volume: named && isVolumeOfClaim(named, claim) ? named.meta.name : '',
  };
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
      all(table).filter(event => isAbout(event, claim, subjects)),
    ),
    connections: connectionsOf(snapshot),
    volumesOfClass: all(tables.PersistentVolume).filter(
      volume => volume.storageClassName === storageClassName,
    ).length,
  };
}

function isAbout(
  { about }: ClusterEvent,
  claim: PersistentVolumeClaim,
  subjects: { pods: readonly Pod[]; volume: string },
): boolean {
  const { namespace, name } = claim.meta;
  switch (about.kind) {
    case 'PersistentVolumeClaim':
      return about.namespace === namespace && about.name === name;
    case 'PersistentVolume':
      return about.name === subjects.volume;
    default:
      return (
        about.namespace === namespace &&
        subjects.pods.some(({ meta }) => meta.name === about.name)
      );
  }
}
