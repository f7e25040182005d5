import { pause } from '../network/pause';

/** An answer does not wait longer for remote systems than this. */
const ANSWER_WITHIN_MS = 2_000;

/** Runs with a deadline that resolves when waiting is no longer worth it. */
export async function withDeadline<T>(
  act: (deadline: Promise<void>) => Promise<T>,
): Promise<T> {
  const answered = new AbortController();
  try {
    return await act(pause(ANSWER_WITHIN_MS, answered.signal));
  } finally {
    answered.abort();
  }
}
