import type { KubernetesObject } from 'backstage-plugin-volume-encryption-common';
import { Map as PersistentMap } from 'immutable';
import { keysOf, type Index } from './indexes';

/**
 * The objects of a table by the keys of its indexes; how many there are by the
 * keys of indexes that only count. Immutable, and so is each group.
 */
export interface Groups<T> {
  readonly members: PersistentMap<string, readonly T[]>;
  readonly counts: PersistentMap<string, number>;
}

/** No group. */
export function emptyGroups<T>(): Groups<T> {
  return { members: PersistentMap(), counts: PersistentMap() };
}

/** The groups of these objects. */
export function groupsOf<T extends KubernetesObject>(
  objects: readonly T[],
  indexes: readonly Index<T>[],
): Groups<T> {
  const members = new Map<string, T[]>();
  const counts = new Map<string, number>();
  const { counting, gathering } = kindsOf(indexes);
  for (const object of objects) {
    for (const key of keysOf(object, gathering)) {
      const group = members.get(key);
      if (group) group.push(object);
      else members.set(key, [object]);
    }
    for (const key of keysOf(object, counting)) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return { members: PersistentMap(members), counts: PersistentMap(counts) };
}

/** The groups after an object came, went or became another. */
export function regrouped<T extends KubernetesObject>(
  { members, counts }: Groups<T>,
  indexes: readonly Index<T>[],
  { from, to }: { from?: T; to?: T },
): Groups<T> {
  const { counting, gathering } = kindsOf(indexes);
  const before = from ? keysOf(from, gathering) : [];
  const after = to ? keysOf(to, gathering) : [];
  return {
    members: members.withMutations(some => {
      for (const key of new Set([...before, ...after])) {
        const group = exchanged(some.get(key) ?? [], {
          from,
          to: after.includes(key) ? to : undefined,
        });
        if (group.length > 0) some.set(key, group);
        else some.delete(key);
      }
    }),
    counts: recounted(counts, {
      less: from ? keysOf(from, counting) : [],
      more: to ? keysOf(to, counting) : [],
    }),
  };
}

/** In the same place, so that a group in order stays in order. */
function exchanged<T>(
  group: readonly T[],
  { from, to }: { from?: T; to?: T },
): readonly T[] {
  const at = from === undefined ? -1 : group.indexOf(from);
  if (at < 0) return to === undefined ? group : [...group, to];
  return to === undefined ? group.toSpliced(at, 1) : group.with(at, to);
}

function recounted(
  counts: PersistentMap<string, number>,
  { less, more }: { less: readonly string[]; more: readonly string[] },
): PersistentMap<string, number> {
  return counts.withMutations(some => {
    less.forEach(key => some.update(key, 0, count => count - 1));
    more.forEach(key => some.update(key, 0, count => count + 1));
    less.filter(key => !some.get(key)).forEach(key => some.delete(key));
  });
}

function kindsOf<T>(indexes: readonly Index<T>[]) {
  return {
    counting: indexes.filter(({ counts }) => counts),
    gathering: indexes.filter(({ counts }) => !counts),
  };
}
