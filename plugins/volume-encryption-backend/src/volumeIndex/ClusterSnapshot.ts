import {
  unknown,
  type CephCsiWorkload,
  type ObjectOfKind,
  type Observed,
} from 'backstage-plugin-volume-encryption-common';
import {
  claimIndexes,
  eventIndexes,
  namespaceIndexes,
  podIndexes,
  volumeIndexes,
} from './indexes';
import { emptyTable, type Table } from './Table';

/**
 * The kinds that are followed. Secrets are not: to follow them a right on every
 * Secret of the cluster would be needed.
 */
export const watchedKinds = [
  'PersistentVolumeClaim',
  'PersistentVolume',
  'StorageClass',
  'Pod',
  'Event',
  'Namespace',
  'ConfigMap',
  'ServiceAccount',
] as const;

/** A kind that is followed. */
export type WatchedKind = (typeof watchedKinds)[number];

/** What is known of one cluster at a moment. Immutable. */
export interface ClusterSnapshot {
  readonly cluster: string;
  /** Namespace of the Ceph CSI pods. */
  readonly csiNamespace: string;
  /** What runs Ceph CSI there; known before any ConfigMap is. */
  readonly workloads: Observed<readonly CephCsiWorkload[]>;
  readonly tables: {
    readonly [K in WatchedKind]: Table<ObjectOfKind<K>>;
  };
}

/** Before anything was heard of the cluster. */
export function emptySnapshot(named: {
  name: string;
  csiNamespace: string;
}): ClusterSnapshot {
  return {
    cluster: named.name,
    csiNamespace: named.csiNamespace,
    workloads: unknown('not-synced', 'They have not been looked for yet.'),
    tables: {
      PersistentVolumeClaim: emptyTable(claimIndexes),
      PersistentVolume: emptyTable(volumeIndexes),
      StorageClass: emptyTable(),
      Pod: emptyTable(podIndexes),
      Event: emptyTable(eventIndexes),
      Namespace: emptyTable(namespaceIndexes),
      ConfigMap: emptyTable(),
      ServiceAccount: emptyTable(),
    },
  };
}
