import { spawn, type ChildProcess } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TokenUnwrapper } from 'testbed';
import type { OperationsUnderTest } from './OperationsUnderTest';

/**
 * The program of `deploy/kubernetes/token-unwrapper.yaml`, run here as its pod
 * would run it: as its ServiceAccount, with a folder of its own for `/tmp`.
 */
export class RunningUnwrapper {
  /** What it printed. */
  said = '';
  readonly #folder = mkdtempSync(join(tmpdir(), 'unwrapper-'));
  readonly #process: ChildProcess;

  constructor(
    { kubernetes, vault }: OperationsUnderTest,
    { program, accountToken }: TokenUnwrapper,
  ) {
    writeFileSync(join(this.#folder, 'token'), accountToken);
    writeFileSync(join(this.#folder, 'unwrap.sh'), program);
    const ca = join(this.#folder, 'ca.crt');
    if (kubernetes.caFile) copyFileSync(kubernetes.caFile, ca);
    const child = spawn('sh', [join(this.#folder, 'unwrap.sh')], {
      // A group of its own, so that what it started ends with it.
      detached: true,
      env: {
        PATH: process.env.PATH,
        TMPDIR: this.#folder,
        API_SERVER: kubernetes.url,
        ACCOUNT: this.#folder,
        VAULT_ADDR: vault.url,
        EVERY: '0.2',
      },
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', text => {
        this.said += text;
      });
    }
    this.#process = child;
  }

  async stop(): Promise<void> {
    const { pid } = this.#process;
    const ended = new Promise(resolve => {
      this.#process.once('close', resolve);
    });
    if (pid && this.#process.exitCode === null) {
      process.kill(-pid);
      await ended;
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
