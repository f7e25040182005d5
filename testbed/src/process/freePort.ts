import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Below those that systems give to whoever names none (Linux: from 32768), so
 * that nobody is given the port of a server while that is stopped.
 */
const FIRST = 12_000;
/** Each process looks among ports of its own: others look at the same time. */
const BLOCKS = 40;
const PORTS = 500;

const block = FIRST + (process.pid % BLOCKS) * PORTS;
let next = randomInt(PORTS);

/**
 * A TCP port that nothing on loopback listens on at this moment, and that was not
 * given before.
 * @throws Error when all that may be given are taken
 */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < PORTS; tries++) {
    const port = block + (next++ % PORTS);
    if (await isFree(port)) return port;
  }
  throw new Error(`no port is free from ${block} on`);
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  } catch {
    return false;
  }
  server.close();
  await once(server, 'close');
  return true;
}
