import type { ServerBinaries } from '../build/buildServers';

/** Where a server finds its program and may keep its data. */
export interface Room {
  /** One throw-away folder for all servers; each keeps to names of its own. */
  folder: string;
  binaries: ServerBinaries;
}
