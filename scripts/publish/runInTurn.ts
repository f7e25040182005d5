import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** Writes the declarations to `dist-types`, which the tools below read. */
export const declareTypes = ['node_modules/typescript/bin/tsc'];

/** Runs Node scripts one after the other; false once one has failed. */
export function runInTurn(scripts: string[][]): boolean {
  const cwd = path.resolve(__dirname, '../..');
  return scripts.every(
    args => spawnSync('node', args, { cwd, stdio: 'inherit' }).status === 0,
  );
}
