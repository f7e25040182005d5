/**
 * Texts that many objects have alike, such as the name of their class, are held
 * once: a cluster may have a hundred thousand volumes. What is kept is bounded;
 * what is forgotten is only not shared with what comes later.
 */
const MAX_SHARED = 20_000;

const texts = new Map<string, string>();
const maps = new Map<string, Record<string, string>>();
const lists = new Map<string, string[]>();

/** The text, the same one for all that are equal. */
export function sharedText(text: string): string {
  return shared(texts, text, text);
}

/** The map, the same one for all that are equal; it must not be changed. */
export function sharedMap(map: Record<string, string>): Record<string, string> {
  return shared(maps, JSON.stringify(map), Object.freeze(map));
}

/** The list, the same one for all that are equal; it must not be changed. */
export function sharedList(list: string[]): string[] {
  return shared(lists, JSON.stringify(list), list);
}

function shared<T>(known: Map<string, T>, key: string, value: T): T {
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size >= MAX_SHARED) known.clear();
  known.set(key, value);
  return value;
}
