import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Manifest } from 'backstage-plugin-volume-encryption-common';
import type { ClusterConfig } from '../config/types';
import {
  allThatShows,
  rejectionOf,
} from '../network/__testUtils__/allThatShows';
import {
  sendJson,
  startServer,
  type Answering,
  type TestServer,
} from '../network/__testUtils__/startServer';
import { createCluster } from './createCluster';

const CANARY = 'canary-of-the-portal-token';
const list = (items: object[] = [], metadata: object = {}) => ({
  kind: 'ConfigMapList',
  apiVersion: 'v1',
  metadata: { resourceVersion: '7', ...metadata },
  items,
});
const configMap = (name: string) => ({
  metadata: { name, creationTimestamp: '2026-01-01T00:00:00Z' },
});
const manifest: Manifest = {
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'token', namespace: 'a' },
  data: { token: 'canary-of-a-tenant-token' },
};

// The first test waits for the client to be loaded.
jest.setTimeout(60_000);

describe('an API server that misbehaves', () => {
  const started: TestServer[] = [];
  const environment = { ...process.env };
  afterEach(async () => {
    process.env = { ...environment };
    await Promise.all(started.splice(0).map(server => server.stop()));
  });

  async function start(answering: Answering): Promise<TestServer> {
    const server = await startServer(answering);
    started.push(server);
    return server;
  }

  async function clusterAt(
    answering: Answering,
    {
      timeoutMs = 5_000,
      ...connection
    }: { timeoutMs?: number; tokenFile?: string } = {},
  ) {
    const server = await start(answering);
    const token = connection.tokenFile ? undefined : CANARY;
    const config: ClusterConfig = {
      name: 'faulty',
      connection: {
        kind: 'url',
        url: server.url,
        token,
        skipTlsVerify: false,
        ...connection,
      },
      csiNamespace: 'rook-ceph',
      timeoutMs,
    };
    return { server, ...createCluster(config) };
  }

  const ref = { namespace: 'a', name: 'b' };

  it.each([
    ['cluster-unreachable', 502, '<html>bad gateway</html>'],
    ['cluster-unreachable', 404, '<html>no such page</html>'],
    ['cluster-unreachable', 200, '<html>welcome</html>'],
    ['cluster-unreachable', 200, '{}'],
    ['cluster-unreachable', 200, '{"kind":"Welcome"}'],
    ['cluster-unreachable', 404, '{"message":"Not Found"}'],
    ['cluster-unreachable', 503, '{"kind":"Status","code":503}'],
    ['cluster-denied', 401, '<html>log in first</html>'],
  ])('says %s for HTTP %d %s', async (code, status, text) => {
    const { reader } = await clusterAt((_, response) => {
      response.writeHead(status);
      response.end(text);
    });
    for (const call of [
      () => reader.get('ConfigMap', ref),
      () => reader.list('ConfigMap', {}),
    ]) {
      const error = await rejectionOf(call());
      expect(error).toMatchObject({ code });
      expect(allThatShows(error)).not.toContain('<html>');
    }
  });

  it('does not carry the token to where it is redirected', async () => {
    const other = await start((_, response) => sendJson(response, 200, list()));
    const { reader } = await clusterAt((request, response) => {
      response.writeHead(307, { location: other.url + request.path });
      response.end();
    });
    await expect(reader.list('ConfigMap', {})).rejects.toMatchObject({
      code: 'cluster-unreachable',
      message: expect.stringContaining('redirect'),
    });
    expect(other.requests).toEqual([]);
  });

  it('uses no proxy of the environment', async () => {
    const other = await start((_, response) => sendJson(response, 200, list()));
    Object.assign(process.env, {
      http_proxy: other.url,
      HTTP_PROXY: other.url,
      NODE_USE_ENV_PROXY: '1',
    });
    const { reader, server } = await clusterAt((_, response) =>
      sendJson(response, 200, list()),
    );
    await reader.list('ConfigMap', {});
    expect(other.requests).toEqual([]);
    expect(server.requests).toHaveLength(1);
  });

  it('gives up when nothing comes', async () => {
    const { reader } = await clusterAt(() => {}, { timeoutMs: 50 });
    await expect(reader.list('ConfigMap', {})).rejects.toMatchObject({
      code: 'timeout',
      message: expect.stringContaining('no answer within 50 ms'),
    });
  });

  it('stops when the caller does', async () => {
    const stop = new AbortController();
    const { signal } = stop;
    const { reader } = await clusterAt(() => stop.abort());
    await expect(reader.list('ConfigMap', { signal })).rejects.toMatchObject({
      code: 'aborted',
    });
  });

  it('says that nothing listens', async () => {
    const { reader, server } = await clusterAt(() => {});
    await server.stop();
    await expect(reader.get('ConfigMap', ref)).rejects.toMatchObject({
      code: 'cluster-unreachable',
      message:
        'Cluster "faulty" could not get configmaps "b" in namespace "a": nothing listens at its address.',
    });
  });

  it('opens few connections for many calls, and one for calls in turn', async () => {
    const { reader, server } = await clusterAt((_, response) =>
      sendJson(response, 200, list()),
    );
    for (let i = 0; i < 50; i++) await reader.list('ConfigMap', {});
    expect(server.connections.opened).toBe(1);
    const calls = Array.from({ length: 300 }, () => reader.list('Pod', {}));
    await Promise.allSettled(calls);
    expect(server.connections.most).toBeLessThanOrEqual(24);
  });

  it('asks again after 429', async () => {
    let calls = 0;
    const { reader } = await clusterAt((_, response) => {
      response.setHeader('retry-after', '0.01');
      if (calls++ < 2) sendJson(response, 429, { kind: 'Status' });
      else sendJson(response, 200, list([configMap('x')]));
    });
    expect(await reader.list('ConfigMap', {})).toHaveLength(1);
  });

  it('reads every page, and begins anew when they expire', async () => {
    const asked: (string | null)[] = [];
    const { reader } = await clusterAt(({ path }, response) => {
      const { searchParams } = new URL(path, 'http://any');
      const from = searchParams.get('continue');
      asked.push(from);
      if (from && asked.length === 2) {
        sendJson(response, 410, { kind: 'Status', reason: 'Expired' });
      } else if (from) sendJson(response, 200, list([configMap('second')]));
      else {
        const page = list([configMap('first')], { continue: 'more' });
        sendJson(response, 200, page);
      }
    });
    const found = await reader.list('ConfigMap', {});
    expect(found.map(it => it.meta.name)).toEqual(['first', 'second']);
    expect(asked).toEqual([null, 'more', null, 'more']);
  });

  it('reads every page of Secrets too', async () => {
    const { reader, server } = await clusterAt(({ path }, response) => {
      const last = path.includes('continue=more');
      sendJson(response, 200, {
        ...list([configMap(last ? 'second' : 'first')]),
        kind: 'PartialObjectMetadataList',
        metadata: { resourceVersion: '7', continue: last ? '' : 'more' },
      });
    });
    expect(await reader.list('Secret', { namespace: 'a' })).toHaveLength(2);
    expect(server.requests[0].path).toBe(
      '/api/v1/namespaces/a/secrets?limit=500',
    );
  });

  it('takes no whole Secret', async () => {
    const { reader, writer, server } = await clusterAt((_, response) =>
      sendJson(response, 200, {
        ...configMap('b'),
        kind: 'Secret',
        data: { token: CANARY },
      }),
    );
    for (const call of [
      () => reader.get('Secret', ref),
      () => writer.apply(manifest, {}),
    ]) {
      const error = await rejectionOf(call());
      expect(error).toMatchObject({ code: 'cluster-unreachable' });
      expect(allThatShows(error)).not.toContain('canary');
    }
    for (const { headers } of server.requests) {
      expect(headers.accept).toBe(
        'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1',
      );
    }
  });

  it.each(['', '.', '..', '../b', 'a/b', 'a%2Fb', 'B', ' b', 'b?x'])(
    'sends nothing for an object or namespace named %j',
    async name => {
      const { reader, writer, server } = await clusterAt((_, response) =>
        sendJson(response, 200, {}),
      );
      const named = (metadata: Manifest['metadata']) =>
        writer.apply({ ...manifest, metadata }, {});
      for (const call of [
        () => reader.get('Secret', { namespace: 'a', name }),
        () => reader.get('Secret', { namespace: name, name: 'b' }),
        () => reader.get('StorageClass', { name }),
        () => reader.list('Secret', { namespace: name }),
        () => named({ namespace: 'a', name }),
        () => named({ namespace: name, name: 'b' }),
      ]) {
        await expect(call()).rejects.toMatchObject({
          code: 'invalid-input',
        });
      }
      expect(server.requests).toEqual([]);
    },
  );

  it('sends nothing for a kind that it does not know, or a namespace too much', async () => {
    const { writer, reader, server } = await clusterAt(() => {});
    const role = { ...manifest, kind: 'ClusterRole' };
    await expect(writer.apply(role, {})).rejects.toMatchObject({
      field: 'kind',
    });
    await expect(
      reader.get('StorageClass', { namespace: 'a', name: 'b' }),
    ).rejects.toMatchObject({ field: 'namespace' });
    expect(server.requests).toEqual([]);
  });

  it('reads a token file anew, without the white space around', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cluster-test-'));
    const tokenFile = join(folder, 'token');
    const { reader, server } = await clusterAt(
      (_, response) => sendJson(response, 200, list()),
      { tokenFile },
    );
    for (const token of ['first', 'second']) {
      writeFileSync(tokenFile, ` ${token}\n`);
      await reader.list('ConfigMap', {});
    }
    expect(server.requests.map(it => it.headers.authorization)).toEqual([
      'Bearer first',
      'Bearer second',
    ]);
  });

  it('says when the token file cannot be read', async () => {
    const { reader } = await clusterAt(() => {}, { tokenFile: '/not/there' });
    await expect(reader.list('ConfigMap', {})).rejects.toMatchObject({
      code: 'cluster-unreachable',
      message: expect.stringContaining('token file'),
    });
  });

  it('shows nothing of token, manifest or answer, whatever goes wrong', async () => {
    const echo =
      (status: number): Answering =>
      (request, response) => {
        const message = `${JSON.stringify(request.headers)} ${request.body}`;
        if (request.method === 'GET') {
          sendJson(response, 404, { kind: 'Status', reason: 'NotFound' });
        } else {
          const causes = [{ field: 'data[token]', reason: 'Bad', message }];
          const details = { causes };
          sendJson(response, status, { kind: 'Status', message, details });
        }
      };
    const mishaps: Answering[] = [
      ...[400, 401, 403, 404, 409, 410, 418, 422, 500, 503].map(echo),
      (_, response) => response.destroy(),
      (request, response) => response.end(JSON.stringify(request)),
      (request, response) => response.end(`no JSON: ${request.body}`),
    ];
    for (const mishap of mishaps) {
      const { writer, ...cluster } = await clusterAt(mishap);
      const error = await rejectionOf(writer.apply(manifest, {}));
      expect(error).toMatchObject({ name: 'VolumeEncryptionError' });
      expect(allThatShows(error)).not.toContain('canary');
      expect(allThatShows(cluster.reader)).not.toContain('canary');
    }
  });
});
