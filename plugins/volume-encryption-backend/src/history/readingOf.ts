import { watchedKinds, type ClusterSnapshot } from '../volumeIndex';

/** Without these nothing can be said of a volume, nor that it is gone. */
const OF_VOLUMES = [
  'PersistentVolumeClaim',
  'PersistentVolume',
  'Namespace',
] as const;

/** Nor of a tenant. */
const OF_TENANTS = [...OF_VOLUMES, 'ConfigMap', 'ServiceAccount'] as const;

/** How a cluster is read, as far as its history goes. */
export interface ClusterReading {
  /** Undefined while it is read for the first time. */
  answer?: 'read' | 'unread';
  /** Whether its volumes can be looked at now. */
  volumes: boolean;
  tenants: boolean;
}

/** A kind that is denied is a lasting matter; one that does not answer is not. */
export function readingOf({ tables }: ClusterSnapshot): ClusterReading {
  const states = new Set(watchedKinds.map(kind => tables[kind].state));
  const isUnread = states.has('stale') || states.has('unreachable');
  const isStarting = states.has('syncing');
  const are = (kinds: readonly (typeof watchedKinds)[number][]) =>
    !isUnread &&
    !isStarting &&
    kinds.every(kind => tables[kind].state === 'synced');
  const answer = isUnread ? 'unread' : 'read';
  return {
    answer: isStarting && !isUnread ? undefined : answer,
    volumes: are(OF_VOLUMES),
    tenants: are(OF_TENANTS),
  };
}
