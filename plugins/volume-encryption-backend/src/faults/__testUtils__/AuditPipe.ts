import { execFileSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, readSync } from 'node:fs';
import { rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const { O_RDWR, O_NONBLOCK } = constants;

/**
 * A pipe for an audit device of Vault to write to. While it is read, Vault
 * works; when it is full, Vault answers nothing that it would have to audit.
 */
export class AuditPipe {
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'audit-'));
  readonly path = path.join(this.#folder, 'pipe');
  readonly #pipe: number;
  #reading?: NodeJS.Timeout;

  constructor() {
    execFileSync('mkfifo', [this.path]);
    this.#pipe = openSync(this.path, O_RDWR | O_NONBLOCK);
    this.unblock();
  }

  /** Reads no more, and leaves no room. */
  block(): void {
    clearInterval(this.#reading);
    untilAgain(() => writeSync(this.#pipe, Buffer.alloc(512)));
  }

  /** Reads what is written, now and from now on. */
  unblock(): void {
    const buffer = Buffer.alloc(65_536);
    const read = () => untilAgain(() => readSync(this.#pipe, buffer));
    read();
    this.#reading = setInterval(read, 20);
  }

  remove(): void {
    clearInterval(this.#reading);
    closeSync(this.#pipe);
    rmSync(this.#folder, { recursive: true });
  }
}

/** Until the pipe is full or empty, which Node tells by EAGAIN. */
function untilAgain(act: () => void): void {
  try {
    for (;;) act();
  } catch (error) {
    if (!`${error}`.includes('EAGAIN')) throw error;
  }
}
