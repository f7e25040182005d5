import {
  OPERATION_LINES,
  type OperationLine,
} from 'backstage-plugin-volume-encryption-common';
import type { Response } from 'express';

/** Clients give up after five minutes in which nothing came (undici). */
const ALIVE_EVERY_MS = 15_000;

/** An answer that is told line by line, as JSON, and kept alive in between. */
export class LineAnswer {
  readonly #response: Response;
  #alive?: NodeJS.Timeout;

  constructor(response: Response) {
    this.#response = response;
  }

  /** From now on the status is 200, however it ends: the last line tells. */
  begin(): void {
    this.#response.status(200).set({
      'Content-Type': OPERATION_LINES,
      // What compresses or buffers keeps lines back.
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    });
    this.#response.flushHeaders();
    this.#alive = setInterval(() => this.#write('\n'), ALIVE_EVERY_MS);
    this.#response.once('close', () => clearInterval(this.#alive));
  }

  get hasBegun(): boolean {
    return this.#alive !== undefined;
  }

  tell(line: OperationLine): void {
    this.#write(`${JSON.stringify(line)}\n`);
  }

  end(line: OperationLine): void {
    clearInterval(this.#alive);
    this.tell(line);
    this.#response.end();
  }

  /** Nobody listens any more when the caller has gone. */
  #write(text: string): void {
    if (!this.#response.destroyed) this.#response.write(text);
  }
}
