import { watchedKinds, type ClusterSnapshot } from './ClusterSnapshot';

/**
 * Milliseconds for which a watch that follows may be silent and its kind still
 * count as confirmed. An API server tells every change at once, and of itself
 * about once a minute (a bookmark, KEP-956); after 90 seconds without a byte
 * the watch is given up and opened anew, which confirms it or fails.
 */
const SILENCE_MS = 90_000;

/**
 * The snapshot as it stands at `now`. What a watch follows is known now, although
 * a quiet kind was heard of up to a minute ago. A watch that failed, or that has
 * been silent for too long, leaves its kind as old as what was last heard of it:
 * so a connection that dies without a sign makes facts look fresh for 90 seconds
 * at most. The same holds of the pods of Ceph CSI, which are asked for each minute.
 */
export function asOf(snapshot: ClusterSnapshot, now: Date): ClusterSnapshot {
  const { tables } = snapshot;
  const confirmed = watchedKinds
    .filter(kind => isFollowed(tables[kind], now))
    .map(kind => [kind, { ...tables[kind], observedAt: now.toISOString() }]);
  const { workloads } = snapshot;
  const isAsked =
    workloads.status === 'observed' && !isSilent(workloads.at, now);
  return {
    ...snapshot,
    workloads: isAsked ? { ...workloads, at: now.toISOString() } : workloads,
    tables: { ...tables, ...Object.fromEntries(confirmed) },
  };
}

function isFollowed(
  { state, observedAt = '' }: { state: string; observedAt?: string },
  now: Date,
): boolean {
  return state === 'synced' && !isSilent(observedAt, now);
}

/** True as well where nothing was heard of it. */
function isSilent(heardAt: string, now: Date): boolean {
  return !(now.getTime() - Date.parse(heardAt) <= SILENCE_MS);
}
