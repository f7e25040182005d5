import { isError } from '@backstage/errors';

/**
 * The class of an error that nobody foresaw and where it came from, for the log.
 * Without its text, which could hold anything.
 */
export function originOf(error: unknown): string {
  const known = isError(error) ? error : undefined;
  const lines = (known?.stack ?? '').split('\n');
  const frames = lines.filter(line => /^\s+at /.test(line));
  const name = known?.name ?? typeof error;
  return [`Unexpected ${name}, its text is not shown`, ...frames].join('\n');
}
