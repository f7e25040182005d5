import type { ObjectOfKind } from 'backstage-plugin-volume-encryption-common';
import type { WatchEvent } from 'backstage-plugin-volume-encryption-node';
import { applyWatchEvent } from './applyWatchEvent';
import { claimsTouchedBy, type TouchedClaims } from './claimsTouchedBy';
import type { ClusterSnapshot, WatchedKind } from './ClusterSnapshot';
import { isKept } from './isKept';

/** The snapshot after an event, and the claims it touched, possibly none. */
export interface SnapshotChange {
  snapshot: ClusterSnapshot;
  touched: TouchedClaims;
}

/** What a watch of `kind` told at `at` (ISO 8601), put into the snapshot. */
export function reduceSnapshot<K extends WatchedKind>(
  before: ClusterSnapshot,
  told: { kind: K; event: WatchEvent<K>; at: string },
): SnapshotChange {
  const { kind, at } = told;
  const event = withoutUnkept(told.event, before);
  const change = applyWatchEvent<K>(before.tables[kind], event, at);
  const tables = { ...before.tables, [kind]: change.table };
  const snapshot = { ...before, tables };
  if (change.stateChanged) return { snapshot, touched: 'all' };
  const touched = new Set<string>();
  for (const object of change.touched) {
    // By both, because a Pod or a class may have been known before only.
    for (const known of [before, snapshot]) {
      const some = claimsTouchedBy(object, known);
      if (some === 'all') return { snapshot, touched: 'all' };
      some.forEach(key => touched.add(key));
    }
  }
  return { snapshot, touched };
}

/** An object that is not kept any more is one that went. */
function withoutUnkept<K extends WatchedKind>(
  event: WatchEvent<K>,
  known: ClusterSnapshot,
): WatchEvent<K> {
  const isWanted = (object: ObjectOfKind<K>) => isKept(object, known);
  if (event.type === 'replaced') {
    return { ...event, objects: event.objects.filter(isWanted) };
  }
  if (event.type === 'changed' && !isWanted(event.object)) {
    return { type: 'deleted', object: event.object };
  }
  return event;
}
