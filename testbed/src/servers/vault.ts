import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { vaultApi } from '../access/ServerAccess';
import { freePort } from '../process/freePort';
import type { ServerSpec } from '../process/Server';
import type { Room } from './Room';
import type { VaultTls } from './vaultTls';

/**
 * Elections take a second or so, and a node that joins may vote soon; see
 * "Raft storage backend" in Vault's documentation of its configuration.
 */
const QUICK_RAFT = {
  performance_multiplier: 1,
  autopilot_update_interval: '500ms',
  autopilot_reconcile_interval: '500ms',
};

/**
 * @param node.name - of its data and log in the room, and its id in a cluster
 * @param node.tls - plain HTTP without it
 * @returns what runs Vault with raft storage, and its address
 */
export async function vault(
  room: Room,
  node: { name: string; tls?: VaultTls },
): Promise<{ spec: ServerSpec; address: string }> {
  const { name, tls } = node;
  const port = await freePort();
  const clusterPort = await freePort();
  const address = `${tls ? 'https' : 'http'}://127.0.0.1:${port}`;
  const path = join(room.folder, `${name}-raft`);
  mkdirSync(path);
  const config = join(room.folder, `${name}.json`);
  const settings = {
    storage: { raft: { path, node_id: name, ...QUICK_RAFT } },
    listener: {
      tcp: {
        address: `127.0.0.1:${port}`,
        cluster_address: `127.0.0.1:${clusterPort}`,
        ...(tls
          ? { tls_cert_file: tls.certFile, tls_key_file: tls.keyFile }
          : { tls_disable: true }),
      },
    },
    api_addr: address,
    cluster_addr: `https://127.0.0.1:${clusterPort}`,
    disable_mlock: true,
  };
  writeFileSync(config, JSON.stringify(settings, null, 2));
  const api = vaultApi(address, undefined, tls?.ca);
  const spec = {
    name,
    binary: join(room.binaries.vault, 'vault'),
    args: ['server', `-config=${config}`],
    logFile: join(room.folder, `${name}.log`),
    isReady: async () => {
      const request = { method: 'GET', path: '/v1/sys/seal-status' } as const;
      return (await api.send(request)).status === 200;
    },
  };
  return { spec, address };
}
