import { setImmediate as nextTurn } from 'node:timers/promises';

/** So many are done before others get their turn: a few milliseconds. */
const SLICE = 500;

/** Does it for each, and lets others have their turn in between. */
export async function inTurns<T>(
  items: Iterable<T>,
  act: (item: T) => void,
): Promise<void> {
  let done = 0;
  for (const item of items) {
    act(item);
    done += 1;
    if (done % SLICE === 0) await nextTurn();
  }
}
