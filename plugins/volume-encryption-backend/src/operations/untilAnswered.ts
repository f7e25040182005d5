import { setTimeout as sleep } from 'node:timers/promises';
import { isUnanswered } from '../network/isUnanswered';

const PAUSES_MS = [500, 2_000, 5_000];

/** Does it again a few times while nothing answers; throws the last failure. */
export async function untilAnswered<T>(
  act: () => Promise<T>,
  pausesMs: readonly number[] = PAUSES_MS,
): Promise<T> {
  for (const pauseMs of pausesMs) {
    try {
      return await act();
    } catch (error) {
      if (!isUnanswered(error)) throw error;
      await sleep(pauseMs);
    }
  }
  return act();
}
