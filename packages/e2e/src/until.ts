import { setTimeout as pause } from 'node:timers/promises';

const BETWEEN_MS = 300;

/** Looks again and again until it is so; the test's own time ends it. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(BETWEEN_MS);
}
