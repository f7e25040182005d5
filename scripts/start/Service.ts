import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './folders';

/** What is started, and where its log goes. */
export interface ServiceOptions {
  name: string;
  /** Of the package, from the root of the clone. */
  folder: string;
  /** For backstage-cli. */
  args: string[];
  logFolder: string;
}

/** A server of the portal in a process group of its own, with its log file. */
export class Service {
  readonly log: string;
  readonly #child: ChildProcess;
  readonly #name: string;
  #ended = false;

  constructor({ name, folder, args, logFolder }: ServiceOptions) {
    this.#name = name;
    this.log = path.join(logFolder, `${name}.log`);
    const out = createWriteStream(this.log);
    this.#child = spawn(
      'node',
      [
        path.join(root, 'node_modules/@backstage/cli/bin/backstage-cli'),
        ...args,
      ],
      {
        cwd: path.join(root, folder),
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    this.#child.stdout?.pipe(out);
    this.#child.stderr?.pipe(out);
    this.#child.once('exit', () => {
      this.#ended = true;
    });
  }

  /** Waits until `url` answers 200; throws with the log's end if it never will. */
  async ready(url: string, seconds: number): Promise<void> {
    const deadline = Date.now() + seconds * 1000;
    while (Date.now() < deadline && !this.#ended) {
      if (await answers(url)) return;
      await new Promise(resolve => setTimeout(resolve, 300));
    }
    throw new Error(await this.#failure(seconds));
  }

  /** Ends the whole process group. */
  async stop(): Promise<void> {
    if (this.#ended || this.#child.pid === undefined) return;
    const exit = new Promise(resolve => this.#child.once('exit', resolve));
    process.kill(-this.#child.pid, 'SIGTERM');
    const patience = setTimeout(() => this.#kill(), 10_000);
    await exit;
    clearTimeout(patience);
  }

  #kill() {
    if (this.#child.pid !== undefined)
      process.kill(-this.#child.pid, 'SIGKILL');
  }

  async #failure(seconds: number): Promise<string> {
    const what = this.#ended ? 'ended' : `did not answer in ${seconds} s`;
    const log = await readFile(this.log, 'utf8');
    const end = log.trim().split('\n').slice(-20).join('\n');
    return `The ${this.#name} ${what}. The end of ${this.log}:\n${end}`;
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
    return response.ok;
  } catch {
    return false;
  }
}
