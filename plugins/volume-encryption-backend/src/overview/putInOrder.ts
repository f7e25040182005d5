/** Compares two as `Array.prototype.sort` has it. */
export type Order<T> = (one: T, other: T) => number;

/** A long list that is in order, with a few more put in. */
export function putInOrder<T>(
  list: readonly T[],
  few: readonly T[],
  order: Order<T>,
): T[] {
  const parts: (readonly T[])[] = [];
  let begun = 0;
  for (const one of few.toSorted(order)) {
    const at = placeFor(one, list, order);
    parts.push(list.slice(begun, at), [one]);
    begun = at;
  }
  return [...parts, list.slice(begun)].flat();
}

/** Before the first that does not come before it. */
function placeFor<T>(one: T, list: readonly T[], order: Order<T>): number {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (order(list[middle], one) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}
