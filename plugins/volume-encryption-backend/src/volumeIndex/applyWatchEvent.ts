import {
  isVolumeEncryptionError,
  type ObjectOfKind,
} from 'backstage-plugin-volume-encryption-common';
import type { WatchEvent } from 'backstage-plugin-volume-encryption-node';
import type { WatchedKind } from './ClusterSnapshot';
import {
  all,
  emptyTable,
  findLike,
  isSame,
  withObject,
  withObjects,
  withoutObject,
  type Table,
} from './Table';

/** A table after an event, and what in it is not as before. */
export interface TableChange<T> {
  table: T;
  /**
   * Objects that came, changed (as before and as now) or went; not told where
   * the state changed.
   */
  touched: readonly ObjectOfKind<WatchedKind>[];
  /** Whether what is known or unknown of the whole kind changed. */
  stateChanged: boolean;
}

/**
 * The table after an event that came at `at`. What was known stays, with its
 * age, when the cluster is lost; it is forgotten when the cluster denies it.
 */
export function applyWatchEvent<K extends WatchedKind>(
  table: Table<ObjectOfKind<K>>,
  event: WatchEvent<K>,
  at: string,
): TableChange<Table<ObjectOfKind<K>>> {
  switch (event.type) {
    case 'replaced': {
      const listed = withObjects(table, event.objects);
      const next = confirmed({ ...listed, state: 'synced' }, at);
      const isNew = table.state !== next.state;
      return changeOf(table, next, isNew ? [] : differences(table, next));
    }
    case 'changed': {
      const next = confirmed(withObject(table, event.object), at);
      const former = findLike(table, event.object);
      return changeOf(
        table,
        next,
        former ? [former, event.object] : [event.object],
      );
    }
    case 'deleted':
      return changeOf(
        table,
        confirmed(withoutObject(table, event.object), at),
        [event.object],
      );
    case 'alive':
      return changeOf(table, confirmed(table, at), []);
    default:
      return changeOf(table, failed(table, event.error, at), []);
  }
}

function changeOf<T extends Table<ObjectOfKind<WatchedKind>>>(
  before: T,
  table: T,
  touched: readonly ObjectOfKind<WatchedKind>[],
): TableChange<T> {
  return { table, touched, stateChanged: before.state !== table.state };
}

/** Only a list makes a table known; what comes after it confirms it. */
function confirmed<T extends Table<ObjectOfKind<WatchedKind>>>(
  table: T,
  at: string,
): T {
  const isKnown = table.state === 'synced' || table.state === 'stale';
  return isKnown
    ? {
        ...table,
        state: 'synced',
        observedAt: at,
        message: undefined,
        failingSince: undefined,
      }
    : table;
}

function failed<K extends WatchedKind>(
  table: Table<ObjectOfKind<K>>,
  error: Error,
  at: string,
): Table<ObjectOfKind<K>> {
  const isOurs = isVolumeEncryptionError(error);
  const why = {
    message: isOurs ? error.message : 'The watch failed unexpectedly.',
    failingSince: table.failingSince ?? at,
  };
  if (isOurs && error.code === 'cluster-denied') {
    return { ...emptyTable(table.indexes), ...why, state: 'denied' };
  }
  const state = table.observedAt ? 'stale' : 'unreachable';
  return { ...table, ...why, state };
}

/** The objects that are in one table only or that differ in version. */
function differences<K extends WatchedKind>(
  before: Table<ObjectOfKind<K>>,
  after: Table<ObjectOfKind<K>>,
): ObjectOfKind<K>[] {
  return [...notIn(after, before), ...notIn(before, after)];
}

function notIn<K extends WatchedKind>(
  some: Table<ObjectOfKind<K>>,
  other: Table<ObjectOfKind<K>>,
): ObjectOfKind<K>[] {
  return all(some).filter(object => !isSame(object, findLike(other, object)));
}
