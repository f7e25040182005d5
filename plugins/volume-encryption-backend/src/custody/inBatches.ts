/**
 * Does it for each, so many at a time; between two batches it stops when it is
 * told to. Returns what came of those that were begun, in their order.
 */
export async function inBatches<T, R>(
  items: readonly T[],
  { size, signal }: { size: number; signal?: AbortSignal },
  act: (item: T) => Promise<R>,
): Promise<R[]> {
  const done: R[] = [];
  for (let start = 0; start < items.length; start += size) {
    if (signal?.aborted) break;
    const batch = items.slice(start, start + size);
    done.push(...(await Promise.all(batch.map(act))));
  }
  return done;
}
