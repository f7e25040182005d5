import type { SourceProblem } from 'backstage-plugin-volume-encryption-common';

/** What could not be read, in one line. */
export function problemText({ source, name, message }: SourceProblem): string {
  return `${source} ${name}: ${message}`;
}
