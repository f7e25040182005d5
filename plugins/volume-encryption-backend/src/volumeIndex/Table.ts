import type { KubernetesObject } from 'backstage-plugin-volume-encryption-common';

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

/** The objects of one kind on one cluster, and how fresh they are. Immutable. */
export interface Table<T extends KubernetesObject> {
  /** By namespace (empty for cluster-scoped kinds), then by name. */
  readonly objects: ReadonlyMap<string, ReadonlyMap<string, T>>;
  readonly state: SyncState;
  /** When the cluster last confirmed the objects, see `asOf`; ISO 8601. */
  readonly observedAt?: string;
  /** Why it does not follow, and since when it does not; ISO 8601. */
  readonly message?: string;
  readonly failingSince?: string;
}

/** A table before its first list. */
export function emptyTable<T extends KubernetesObject>(): Table<T> {
  return { objects: new Map(), state: 'syncing' };
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

/** By namespace, then by name, so that an answer does not depend on history. */
export function inOrder<T extends KubernetesObject>(objects: T[]): T[] {
  const placeOf = ({ meta }: KubernetesObject) =>
    `${meta.namespace}/${meta.name}`;
  return objects.toSorted((one, other) =>
    placeOf(one) < placeOf(other) ? -1 : 1,
  );
}

/** The table with an object put in, or in the place of the one of its name. */
export function withObject<T extends KubernetesObject>(
  table: Table<T>,
  object: T,
): Table<T> {
  const { namespace, name } = object.meta;
  const some = new Map(table.objects.get(namespace)).set(name, object);
  return { ...table, objects: new Map(table.objects).set(namespace, some) };
}

/** The table without the object of that namespace and name. */
export function withoutObject<T extends KubernetesObject>(
  table: Table<T>,
  { meta: { namespace, name } }: T,
): Table<T> {
  const some = new Map(table.objects.get(namespace));
  some.delete(name);
  const objects = new Map(table.objects);
  if (some.size > 0) objects.set(namespace, some);
  else objects.delete(namespace);
  return { ...table, objects };
}

/** The objects as a table holds them. */
export function byNamespaceAndName<T extends KubernetesObject>(
  objects: readonly T[],
): Table<T>['objects'] {
  const result = new Map<string, Map<string, T>>();
  for (const object of objects) {
    const { namespace, name } = object.meta;
    const some = result.get(namespace) ?? new Map<string, T>();
    result.set(namespace, some.set(name, object));
  }
  return result;
}
