import type { Server } from '../process/Server';

export interface ServerControl {
  /** Ends the process; it can be started again with the same address and data. */
  stop(): Promise<void>;
  /** Resolves when the server answers. */
  start(): Promise<void>;
}

/** The process is stopped by a signal: half-open connections to its clients. */
export interface PauseControl {
  /** The system still takes connections for it, and nothing is answered. */
  pause(): Promise<void>;
  /** It goes on, with what it was sent meanwhile. */
  resume(): Promise<void>;
}

/** Stops and starts the servers in the order given. */
export function onOff(...servers: Server[]): ServerControl {
  return {
    async stop() {
      for (const server of servers) await server.stop();
    },
    async start() {
      for (const server of servers) await server.start();
    },
  };
}

export function pauseControl(server: Server): PauseControl {
  return {
    pause: async () => server.pause(),
    resume: async () => server.resume(),
  };
}
