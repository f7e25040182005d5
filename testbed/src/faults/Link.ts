import type { Socket } from 'node:net';
import type { Fault } from './Fault';

/** How often a slow link passes something on, in milliseconds. */
const TICK_MS = 50;

/** One connection through the proxy. */
export class Link {
  readonly #client: Socket;
  readonly #server: Socket;
  #fault?: Fault;
  #passed = 0;

  constructor(client: Socket, server: Socket, fault?: Fault) {
    this.#client = client;
    this.#server = server;
    for (const [one, other] of [
      [client, server],
      [server, client],
    ]) {
      one.on('error', () => {});
      one.on('end', () => other.end());
      one.on('close', () => other.destroy());
    }
    client.on('data', chunk => server.write(chunk));
    server.on('data', chunk => void this.#answer(chunk));
    this.suffer(fault);
  }

  /** From now on this goes wrong on the connection; nothing if left out. */
  suffer(fault?: Fault): void {
    this.#fault = fault;
    this.#passed = 0;
    const hangs = fault?.kind === 'hang';
    for (const socket of [this.#client, this.#server]) {
      if (hangs) socket.pause();
      else socket.resume();
    }
  }

  /** Ends the connection for the client as a crash of the server would. */
  reset(): void {
    this.#client.resetAndDestroy();
    this.#server.destroy();
  }

  async #answer(chunk: Buffer): Promise<void> {
    const fault = this.#fault;
    switch (fault?.kind) {
      case 'delay':
        setTimeout(() => this.#pass(chunk), fault.milliseconds);
        return;
      case 'slow':
        await this.#trickle(chunk, fault.bytesPerSecond);
        return;
      case 'cut': {
        const rest = fault.afterBytes - this.#passed;
        this.#pass(chunk.subarray(0, Math.max(0, rest)));
        // After what was passed has left, which a reset would throw away.
        if (chunk.length >= rest) setTimeout(() => this.reset(), TICK_MS);
        return;
      }
      default:
        this.#pass(chunk);
    }
  }

  /** Nothing more is read of the server until the chunk has passed. */
  async #trickle(chunk: Buffer, bytesPerSecond: number): Promise<void> {
    this.#server.pause();
    const step = Math.max(1, Math.round((bytesPerSecond * TICK_MS) / 1000));
    for (let at = 0; at < chunk.length; at += step) {
      this.#pass(chunk.subarray(at, at + step));
      await new Promise(resolve => setTimeout(resolve, TICK_MS));
      if (this.#fault?.kind !== 'slow') {
        this.#pass(chunk.subarray(at + step));
        break;
      }
    }
    if (this.#fault?.kind !== 'hang') this.#server.resume();
  }

  #pass(chunk: Buffer): void {
    this.#passed += chunk.length;
    if (chunk.length > 0 && this.#client.writable) this.#client.write(chunk);
  }
}
