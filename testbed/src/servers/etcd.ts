import { join } from 'node:path';
import { textAt } from '../access/fields';
import { createJsonApi } from '../access/jsonApi';
import { freePort } from '../process/freePort';
import type { ServerSpec } from '../process/Server';
import type { Room } from './Room';

/** @returns what runs etcd, and the address clients use */
export async function etcd(
  room: Room,
): Promise<{ spec: ServerSpec; url: string }> {
  const url = `http://127.0.0.1:${await freePort()}`;
  const peerUrl = `http://127.0.0.1:${await freePort()}`;
  const api = createJsonApi({ url, headers: {} });
  const spec = {
    name: 'etcd',
    binary: join(room.binaries.etcd, 'etcd'),
    args: [
      '--unsafe-no-fsync',
      `--data-dir=${join(room.folder, 'etcd')}`,
      `--listen-client-urls=${url}`,
      `--advertise-client-urls=${url}`,
      `--listen-peer-urls=${peerUrl}`,
      `--initial-advertise-peer-urls=${peerUrl}`,
      `--initial-cluster=default=${peerUrl}`,
    ],
    logFile: join(room.folder, 'etcd.log'),
    isReady: async () =>
      (await api.send({ method: 'GET', path: '/health' })).status === 200,
  };
  return { spec, url };
}

/**
 * Throws away the history before the present revision, by the JSON gateway of
 * etcd's API (`api/etcdserverpb/rpc.proto`). Resolves when it is gone from the
 * disk too.
 */
export async function compactEtcd(url: string): Promise<void> {
  const api = createJsonApi({ url, headers: {} });
  const call = (path: string, body: object) =>
    api.demand({ method: 'POST', path, body });
  const anyKey = Buffer.from('any').toString('base64');
  const range = await call('/v3/kv/range', { key: anyKey });
  const revision = textAt(range.body, 'header', 'revision');
  await call('/v3/kv/compaction', { revision, physical: true });
}
