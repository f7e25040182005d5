import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the clone. */
export const root = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '../..',
);

/** The ignored folder for what the machine lacks. */
export const toolsFolder = path.join(root, '.tools');

/** One line of progress. */
export function say(text) {
  console.error(`[set-up] ${text}`);
}

/** A set-up step that failed: says what and what to do, and ends. */
export function giveUp(what, remedy) {
  console.error(`[set-up] ${what}\n[set-up] ${remedy}`);
  process.exit(1);
}
