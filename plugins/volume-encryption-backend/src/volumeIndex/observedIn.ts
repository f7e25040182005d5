import {
  observed,
  unknown,
  type KubernetesObject,
  type Observed,
} from 'backstage-plugin-volume-encryption-common';
import type { ClusterSnapshot } from './ClusterSnapshot';
import type { Table } from './Table';

/**
 * What a table says as a fact with its age; unknown, with the reason, where the
 * table was never filled or the cluster denies it.
 */
export function observedIn<T extends KubernetesObject, V>(
  { cluster }: Pick<ClusterSnapshot, 'cluster'>,
  table: Table<T>,
  pick: (table: Table<T>) => V,
): Observed<V> {
  const { state, observedAt, message = '' } = table;
  if (observedAt && state !== 'denied')
    return observed(pick(table), observedAt);
  if (state === 'denied') return unknown('denied', message);
  if (state === 'unreachable') return unknown('unreachable', message);
  return unknown(
    'not-synced',
    `Cluster "${cluster}" has not been read yet. Try again in a moment.`,
  );
}
