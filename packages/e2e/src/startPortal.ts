import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { freePort } from 'testbed';

// This package is always run from its source.
// eslint-disable-next-line no-restricted-syntax
const root = path.resolve(__dirname, '../../..');

/** A portal that was started by the README's command. */
export interface Portal {
  url: string;
  backendUrl: string;
  vaultUrl: string;
  kubernetesUrl: string;
  /** Where its logs and databases are. */
  runFolder: string;
  /** Everything the command printed so far. */
  output(): string;
  /** Ctrl-C; answers the exit code. */
  stop(): Promise<number | null>;
}

/**
 * Runs `npm start` on free ports and waits until it prints its URL.
 *
 * @param args - further switches, such as those that name real servers
 * @throws Error with all it printed when it ends before
 */
export async function startPortal(args: string[] = []): Promise<Portal> {
  const app = await freePort();
  const backend = await freePort();
  const kubernetes = await freePort();
  const vault = await freePort();
  const command = runStart([
    `--app-port=${app}`,
    `--backend-port=${backend}`,
    `--kubernetes-port=${kubernetes}`,
    `--vault-port=${vault}`,
    ...args,
  ]);
  await command.printed(/Open (http\S+)/);
  return {
    url: `http://localhost:${app}`,
    backendUrl: `http://localhost:${backend}`,
    vaultUrl: `http://127.0.0.1:${vault}`,
    kubernetesUrl: `http://127.0.0.1:${kubernetes}`,
    runFolder: path.join(root, '.run', `portal-${backend}`),
    output: command.output,
    stop: command.stop,
  };
}

/** A running `npm start` with whatever switches. */
export function runStart(args: string[]) {
  const child = spawn('node', ['scripts/run.mjs', 'start', ...args], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'development' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  child.stdout.on('data', chunk => (text += chunk));
  child.stderr.on('data', chunk => (text += chunk));
  const output = () => text;
  return {
    output,
    printed: (pattern: RegExp) => printed(child, output, pattern),
    ended: () => ended(child),
    stop: () => {
      child.kill('SIGTERM');
      return ended(child);
    },
  };
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null) await once(child, 'exit');
  return child.exitCode;
}

async function printed(
  child: ChildProcess,
  output: () => string,
  pattern: RegExp,
): Promise<void> {
  while (!pattern.test(output())) {
    if (child.exitCode !== null) {
      throw new Error(`npm start ended with ${child.exitCode}:\n${output()}`);
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}
