import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildServers } from '../build/buildServers';
import { Guard } from '../process/Guard';
import { Server, type ServerSpec } from '../process/Server';
import type { Room } from './Room';

/** Starts a server that ends with the others of its room. */
export type Run = (spec: ServerSpec) => Promise<Server>;

/**
 * Starts servers with data in the system's temporary folder. Builds them first
 * where that was not done yet. Nothing is left running behind an error.
 * @returns what `start` returns, and what ends the servers and removes their data
 * @throws Error with the end of the log of the server that did not start
 */
export async function startInRoom<T extends object>(
  start: (room: Room, run: Run) => Promise<T>,
): Promise<T & { stop(): Promise<void> }> {
  const binaries = await buildServers();
  const folder = mkdtempSync(join(tmpdir(), 'volume-encryption-testbed-'));
  const guard = new Guard(folder);
  const servers: Server[] = [];
  const run: Run = async spec => {
    const server = new Server(spec, guard);
    servers.unshift(server);
    await server.start();
    return server;
  };
  const stop = async () => {
    for (const server of servers) await server.stop();
    await guard.finish();
  };
  try {
    return { ...(await start({ folder, binaries }, run)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
