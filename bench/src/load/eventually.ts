import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks again and again until there is an answer.
 * @param ask - undefined, or a rejection, as long as it is not so
 * @throws Error that names `what` after `withinMs`
 */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T | undefined>,
  { everyMs = 50, withinMs = 300_000 } = {},
): Promise<T> {
  const end = performance.now() + withinMs;
  for (;;) {
    const found = await ask().catch(() => undefined);
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error(`${what}: not in time`);
    await sleep(everyMs);
  }
}
