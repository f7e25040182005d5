import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Tally } from './Tally';

/** The folder of the clone. */
export const root = path.resolve(__dirname, '../..');

/** Runs a Node script of a package; answers its exit code. */
export function runNode(
  args: string[],
  env: Record<string, string> = {},
): Promise<number> {
  return new Promise(resolve => {
    const child = spawn('node', args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.once('error', () => resolve(1));
    child.once('exit', code => resolve(code ?? 1));
  });
}

/** A tool that either holds or does not: one check. */
export async function runTool(args: string[]): Promise<Tally> {
  return oneCheck((await runNode(args)) === 0);
}

/** The tally of one check, which holds or does not. */
export function oneCheck(holds: boolean): Tally {
  return { passed: holds ? 1 : 0, failed: holds ? 0 : 1, skipped: 0 };
}
