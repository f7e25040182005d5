import type { KubernetesObject } from 'backstage-plugin-volume-encryption-common';
import { Map as PersistentMap } from 'immutable';
import { emptyGroups, groupsOf, regrouped, type Groups } from './Groups';
import type { Index } from './indexes';

/**
 * How the watch of one kind stands.
 *
 * - `syncing`: the first list has not come yet
 * - `synced`: it follows
 * - `stale`: it followed, and cannot now; the objects are those of `observedAt`
 * - `unreachable`: it never could
 * - `denied`: the cluster does not allow it; nothing is known
 */
export type SyncState =
  'syncing' | 'synced' | 'stale' | 'unreachable' | 'denied';

/** By name. Another one as soon as one of the objects is another. */
export type InNamespace<T> = PersistentMap<string, T>;

/**
 * The objects of one kind on one cluster, and how fresh they are. Immutable: a
 * change makes a new table that shares with the old one what did not change.
 */
export interface Table<T extends KubernetesObject> {
  /** By namespace (empty for cluster-scoped kinds), then by name. */
  readonly objects: PersistentMap<string, InNamespace<T>>;
  /** What else the objects are found by. */
  readonly indexes: readonly Index<T>[];
  readonly groups: Groups<T>;
  readonly state: SyncState;
  /** When the cluster last confirmed the objects, see `asOf`; ISO 8601. */
  readonly observedAt?: string;
  /** Why it does not follow, and since when it does not; ISO 8601. */
  readonly message?: string;
  readonly failingSince?: string;
}

/** A table before its first list. */
export function emptyTable<T extends KubernetesObject>(
  indexes: readonly Index<T>[] = [],
): Table<T> {
  return {
    objects: PersistentMap(),
    indexes,
    groups: emptyGroups(),
    state: 'syncing',
  };
}

/** One object, if the table has it. */
export function find<T extends KubernetesObject>(
  table: Table<T>,
  name: string,
  namespace = '',
): T | undefined {
  return table.objects.get(namespace)?.get(name);
}

/** The object of the same namespace and name, if the table has one. */
export function findLike<T extends KubernetesObject>(
  table: Table<T>,
  { meta }: KubernetesObject,
): T | undefined {
  return find(table, meta.name, meta.namespace);
}

/** Whether two are the same object in the same version. */
export function isSame(
  one: KubernetesObject,
  other: KubernetesObject | undefined,
): boolean {
  return (
    one.meta.uid === other?.meta.uid &&
    one.meta.resourceVersion === other.meta.resourceVersion
  );
}

/** Every object of a namespace. */
export function inNamespace<T extends KubernetesObject>(
  table: Table<T>,
  namespace: string,
): T[] {
  return [...(table.objects.get(namespace)?.values() ?? [])];
}

/** Every object. */
export function all<T extends KubernetesObject>(table: Table<T>): T[] {
  return [...table.objects.values()].flatMap(some => [...some.values()]);
}

/** How many there are. */
export function countOf({ objects }: Table<KubernetesObject>): number {
  return objects.reduce((count, { size }) => count + size, 0);
}

/** By namespace, then by name, so that an answer does not depend on history. */
export function inOrder<T extends KubernetesObject>(objects: readonly T[]) {
  return objects.toSorted(
    ({ meta: one }, { meta: other }) =>
      byText(one.namespace, other.namespace) || byText(one.name, other.name),
  );
}

function byText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** The table with an object put in, or in the place of the one of its name. */
export function withObject<T extends KubernetesObject>(
  table: Table<T>,
  object: T,
): Table<T> {
  const { namespace, name } = object.meta;
  const change = { from: findLike(table, object), to: object };
  return {
    ...table,
    objects: table.objects.update(namespace, PersistentMap(), some =>
      some.set(name, object),
    ),
    groups: regrouped(table.groups, table.indexes, change),
  };
}

/** The table without the object of that namespace and name. */
export function withoutObject<T extends KubernetesObject>(
  table: Table<T>,
  object: T,
): Table<T> {
  const { namespace, name } = object.meta;
  const some = table.objects.get(namespace)?.delete(name);
  const change = { from: findLike(table, object), to: undefined };
  return {
    ...table,
    objects: some?.size
      ? table.objects.set(namespace, some)
      : table.objects.delete(namespace),
    groups: regrouped(table.groups, table.indexes, change),
  };
}

/** The table with these objects and no others. */
export function withObjects<T extends KubernetesObject>(
  table: Table<T>,
  objects: readonly T[],
): Table<T> {
  const some = new Map<string, [string, T][]>();
  for (const object of objects) {
    const { namespace, name } = object.meta;
    const before = some.get(namespace);
    if (before) before.push([name, object]);
    else some.set(namespace, [[name, object]]);
  }
  const byNamespace = [...some].map(
    ([namespace, entries]) => [namespace, PersistentMap(entries)] as const,
  );
  return {
    ...table,
    objects: PersistentMap(byNamespace),
    groups: groupsOf(objects, table.indexes),
  };
}
