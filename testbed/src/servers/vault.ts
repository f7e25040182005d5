import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { vaultApi } from '../access/ServerAccess';
import { freePort } from '../process/freePort';
import type { ServerSpec } from '../process/Server';
import type { Room } from './Room';

/** @returns what runs Vault with raft storage, and its address */
export async function vault(
  room: Room,
): Promise<{ spec: ServerSpec; address: string }> {
  const port = await freePort();
  const clusterPort = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const raft = { path: join(room.folder, 'raft'), node_id: 'testbed' };
  mkdirSync(raft.path);
  const config = join(room.folder, 'vault.json');
  const settings = {
    storage: { raft },
    listener: {
      tcp: {
        address: `127.0.0.1:${port}`,
        cluster_address: `127.0.0.1:${clusterPort}`,
        tls_disable: true,
      },
    },
    api_addr: address,
    cluster_addr: `https://127.0.0.1:${clusterPort}`,
    disable_mlock: true,
  };
  writeFileSync(config, JSON.stringify(settings, null, 2));
  const spec = {
    name: 'vault',
    binary: join(room.binaries.vault, 'vault'),
    args: ['server', `-config=${config}`],
    logFile: join(room.folder, 'vault.log'),
    isReady: async () => {
      const status = await vaultApi(address).send({
        method: 'GET',
        path: '/v1/sys/seal-status',
      });
      return status.status === 200;
    },
  };
  return { spec, address };
}
