import { spawnSync } from 'node:child_process';
import path from 'node:path';

let declared: boolean | undefined;

/**
 * Runs a Node script that reads the packages' declarations, which are written
 * to `dist-types` before the first. False when either could not be done.
 */
export function runOnDeclarations(args: string[]): boolean {
  // Of the entry points alone and from nothing: what else is compiled, and what
  // was before, decides in which order TypeScript writes a union.
  declared ??= run([
    'node_modules/typescript/bin/tsc',
    '-p',
    'tsconfig.api.json',
  ]);
  return declared && run(args);
}

function run(args: string[]): boolean {
  const cwd = path.resolve(__dirname, '../..');
  return spawnSync('node', args, { cwd, stdio: 'inherit' }).status === 0;
}
