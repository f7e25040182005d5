import { pause } from '../../network/pause';

/**
 * Looks again and again until what is seen is as wanted, the time is over or the
 * signal aborts; gives what was seen last.
 */
export async function lookUntil<T>(
  look: () => Promise<T>,
  isWanted: (seen: T) => boolean,
  its: { every: number; atMost: number; signal?: AbortSignal },
): Promise<T> {
  const end = Date.now() + its.atMost;
  let seen = await look();
  while (!isWanted(seen) && Date.now() < end && !its.signal?.aborted) {
    await pause(its.every, its.signal);
    seen = await look();
  }
  return seen;
}
