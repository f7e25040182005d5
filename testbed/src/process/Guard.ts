import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { packageFolder } from '../location/packageFolder';

const SCRIPT = join(packageFolder, 'src', 'process', 'guard.mjs');

/**
 * Ends the servers and removes the data when this process is gone, be it by
 * Ctrl-C, a signal, an error or `kill -9`. Exit handlers would not do: Jest
 * does not run them, and nothing runs after `kill -9`.
 */
export class Guard {
  readonly #child: ChildProcess;

  constructor(dataFolder: string) {
    this.#child = spawn(
      process.execPath,
      [SCRIPT, dataFolder],
      // Detached: Ctrl-C goes to the whole group of the terminal.
      { detached: true, stdio: ['pipe', 'ignore', 'ignore'], env: {} },
    );
    this.#child.unref();
    // Without it a guard that somebody has killed would end this process too.
    this.#child.stdin?.on('error', () => {});
  }

  started(pid: number): void {
    this.#child.stdin?.write(`+${pid}\n`);
  }

  ended(pid: number): void {
    this.#child.stdin?.write(`-${pid}\n`);
  }

  /** Lets the guard do its work now; resolves when the data folder is gone. */
  async finish(): Promise<void> {
    const { exitCode, signalCode } = this.#child;
    if (exitCode !== null || signalCode !== null) return;
    this.#child.ref();
    const exited = once(this.#child, 'exit');
    this.#child.stdin?.end();
    await exited;
  }
}
