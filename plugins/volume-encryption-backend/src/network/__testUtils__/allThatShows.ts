import { inspect } from 'node:util';

/**
 * Every way in which a value could get into a log or an answer, as one text:
 * to look for what must not be there.
 */
export function allThatShows(value: unknown): string {
  const error = value instanceof Error ? value : undefined;
  return [
    String(value),
    JSON.stringify(value),
    inspect(value, { depth: 20, showHidden: true, getters: true }),
    error?.stack,
    inspect(error?.cause),
    JSON.stringify(error && Object.getOwnPropertyDescriptors(error)),
  ].join('\n');
}

/** The error that a promise is rejected with; throws when it is not. */
export async function rejectionOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}
