import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Guard } from './Guard';

/** Everything needed to run one server, as data. */
export interface ServerSpec {
  name: string;
  binary: string;
  args: string[];
  logFile: string;
  /** True once the server answers; may reject as long as it does not. */
  isReady(): Promise<boolean>;
}

const READY_WITHIN_MS = 120_000;
const LOG_LINES_SHOWN = 15;

/** One server process that can be started and stopped again and again. */
export class Server {
  readonly #spec: ServerSpec;
  readonly #guard: Guard;
  #child: ChildProcess | undefined;

  constructor(spec: ServerSpec, guard: Guard) {
    this.#spec = spec;
    this.#guard = guard;
  }

  /**
   * Starts the server and waits until it is ready.
   * @throws Error with the end of the server's log when it dies or stays silent
   */
  async start(): Promise<void> {
    if (this.#child) return;
    const child = this.#spawn();
    const deadline = Date.now() + READY_WITHIN_MS;
    while (!(await this.#spec.isReady().catch(() => false))) {
      if (this.#child !== child) throw this.#failure('ended while starting');
      if (Date.now() > deadline) {
        await this.stop();
        throw this.#failure(`was not ready in ${READY_WITHIN_MS / 1000} s`);
      }
      await sleep(100);
    }
  }

  /** Ends the server at once: what it holds is meant to be thrown away. */
  async stop(): Promise<void> {
    const child = this.#child;
    if (!child) return;
    const exited = once(child, 'exit');
    child.ref();
    child.kill('SIGKILL');
    await exited;
  }

  /**
   * Freezes the process: the system still takes connections for it, and nothing
   * is answered. A frozen server can be stopped.
   */
  pause(): void {
    this.#signal('SIGSTOP');
  }

  /** Lets a frozen process go on, with what it was sent meanwhile. */
  resume(): void {
    this.#signal('SIGCONT');
  }

  #signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    if (!this.#child?.kill(signal)) {
      throw new Error(`${this.#spec.name} does not run: ${signal} is for none`);
    }
  }

  #spawn(): ChildProcess {
    const { name, binary, args, logFile } = this.#spec;
    const log = openSync(logFile, 'a');
    const child = spawn(binary, args, {
      // Detached: Ctrl-C goes to the whole group of the terminal, and the
      // servers are to be ended in order.
      detached: true,
      stdio: ['ignore', log, log],
      env: { PATH: process.env.PATH, HOME: process.env.HOME },
    });
    closeSync(log);
    child.on('error', () => {}); // Told by the missing pid.
    if (child.pid === undefined) {
      throw new Error(`${name} cannot be run: ${binary}`);
    }
    const { pid } = child;
    child.unref();
    this.#child = child;
    this.#guard.started(pid);
    child.once('exit', () => {
      this.#child = undefined;
      this.#guard.ended(pid);
    });
    return child;
  }

  /** The log is moved out of the data folder, which is removed. */
  #failure(what: string): Error {
    const { name, logFile, binary } = this.#spec;
    const kept = `${dirname(logFile)}-${name}.log`;
    renameSync(logFile, kept);
    const lines = readFileSync(kept, 'utf8').trimEnd().split('\n');
    return new Error(
      `${name} (${binary}) ${what}. The end of its log ${kept}:\n` +
        `${lines.slice(-LOG_LINES_SHOWN).join('\n')}`,
    );
  }
}
