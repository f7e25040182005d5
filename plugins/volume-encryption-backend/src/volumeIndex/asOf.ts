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
 * at most.
 */
export function asOf(snapshot: ClusterSnapshot, now: Date): ClusterSnapshot {
  const { tables } = snapshot;
  const confirmed = watchedKinds
    .filter(kind => isFollowed(tables[kind], now))
    .map(kind => [kind, { ...tables[kind], observedAt: now.toISOString() }]);
  return {
    ...snapshot,
    tables: { ...tables, ...Object.fromEntries(confirmed) },
  };
}

function isFollowed(
  { state, observedAt = '' }: { state: string; observedAt?: string },
  now: Date,
): boolean {
  const silence = now.getTime() - Date.parse(observedAt);
  return state === 'synced' && silence <= SILENCE_MS;
}
