interface Remembered<T> {
  restsOn: readonly unknown[];
  result: T;
}

/**
 * Remembers results of pure work for as long as what they rest on is the very
 * same, for at most `limit` keys; the longest unused go first. Returns how to
 * get a result: remembered, or worked out now.
 */
export function rememberedBy<T>(limit: number) {
  const known = new Map<string, Remembered<T>>();
  return (key: string, restsOn: readonly unknown[], workOut: () => T): T => {
    const before = known.get(key);
    known.delete(key);
    const now =
      before && isSame(before.restsOn, restsOn)
        ? before
        : { restsOn, result: workOut() };
    known.set(key, now);
    const [oldest] = known.keys();
    if (known.size > limit) known.delete(oldest);
    return now.result;
  };
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((it, at) => it === other[at]);
}
