import type { Deadline } from '../network/Deadline';
import { pause } from '../network/pause';
import { VaultRefusal } from './VaultRefusal';

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 1600;

/**
 * Sends a call again while Vault puts it off: because of a rate limit, because a
 * mount is not ready, or, unless it must be sent `once`, because there is no
 * active node. Ends by the deadline, with the last refusal where another wait
 * would go beyond it.
 */
export async function repeatPutOff<T>(
  send: () => Promise<T>,
  { deadline, once }: { deadline: Deadline; once: boolean },
): Promise<T> {
  const end = Date.now() + deadline.milliseconds;
  for (let wait = FIRST_WAIT_MS; ; wait *= 2) {
    try {
      return await send();
    } catch (error) {
      const delay = delayAfter(error, { wait, once });
      if (delay === undefined || Date.now() + delay > end) throw error;
      await pause(delay, deadline.signal);
    }
  }
}

/** Undefined where the call is not to be sent again. */
function delayAfter(
  error: unknown,
  { wait, once }: { wait: number; once: boolean },
): number | undefined {
  if (!(error instanceof VaultRefusal)) return undefined;
  if (!error.passing && (once || !error.withoutLeader)) return undefined;
  // Apart from each other: many calls are put off at the same time.
  const spread = 0.5 + Math.random() / 2;
  const usual = Math.min(wait, LONGEST_WAIT_MS) * spread;
  return Math.max(error.retryAfterMs ?? 0, usual);
}
