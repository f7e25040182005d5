import { globSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const folders = [
  'plugins/*/src',
  'packages/*/src',
  'testbed/src',
  'bench/src',
  'scripts',
];

/** Our source files, relative to the clone; tests and generated files not. */
export function sourceFiles(): string[] {
  return folders
    .flatMap(folder => globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root }))
    .filter(file => !/\.(test|generated|d)\.tsx?$|\/testing\//.test(file))
    .sort();
}

/** The absolute path of a file that {@link sourceFiles} names. */
export function absolute(file: string): string {
  return path.join(root, file);
}
