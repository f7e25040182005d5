import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  allThatShows,
  rejectionOf,
} from '../network/__testUtils__/allThatShows';
import { sendJson } from '../network/__testUtils__/startServer';
import { temporaryFolder } from '../network/__testUtils__/temporaryFolder';
import { FaultyServers, isWatch, listOf } from './__testUtils__/FaultyServers';

// The first test waits for the client to be loaded.
jest.setTimeout(60_000);

describe('an API server that misbehaves', () => {
  const faulty = new FaultyServers();
  const folder = temporaryFolder();
  const environment = { ...process.env };
  afterEach(async () => {
    process.env = { ...environment };
    await faulty.stop();
  });

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
    ['not-implemented', 501, '{"kind":"Status","code":501}'],
  ])('says %s for HTTP %d %s', async (code, status, text) => {
    const { reader } = await faulty.cluster((_, response) => {
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
    const other = await faulty.start((_, response) =>
      sendJson(response, 200, listOf([])),
    );
    const { reader } = await faulty.cluster((request, response) => {
      response.writeHead(307, { location: other.url + request.path });
      response.end();
    });
    await expect(reader.list('ConfigMap', {})).rejects.toMatchObject({
      code: 'cluster-unreachable',
      message: expect.stringContaining('redirect'),
    });
    expect(other.requests).toEqual([]);
  });

  it('follows no watch to where it is redirected either', async () => {
    const other = await faulty.start(() => {});
    const stop = new AbortController();
    const { reader } = await faulty.cluster((request, response) => {
      const location = other.url + request.path;
      if (isWatch(request)) response.writeHead(307, { location }).end();
      else sendJson(response, 200, listOf([]));
    });
    let failure: unknown;
    const { signal } = stop;
    for await (const event of reader.watch('ConfigMap', { signal })) {
      if (event.type !== 'failed') continue;
      failure = event.error;
      stop.abort();
    }
    expect(failure).toMatchObject({
      message: expect.stringContaining('redirect'),
    });
    expect(other.requests).toEqual([]);
  });

  it('uses no proxy of the environment', async () => {
    const other = await faulty.start((_, response) =>
      sendJson(response, 200, listOf([])),
    );
    Object.assign(process.env, {
      http_proxy: other.url,
      HTTP_PROXY: other.url,
      NODE_USE_ENV_PROXY: '1',
    });
    const { reader, server } = await faulty.cluster((_, response) =>
      sendJson(response, 200, listOf([])),
    );
    await reader.list('ConfigMap', {});
    expect(other.requests).toEqual([]);
    expect(server.requests).toHaveLength(1);
  });

  it('gives up when nothing comes', async () => {
    const { reader } = await faulty.cluster(() => {}, { timeoutMs: 50 });
    await expect(reader.list('ConfigMap', {})).rejects.toMatchObject({
      code: 'timeout',
      message: expect.stringContaining('no answer within 50 ms'),
    });
  });

  it('stops when the caller does', async () => {
    const stop = new AbortController();
    const { signal } = stop;
    const { reader } = await faulty.cluster(() => stop.abort());
    await expect(reader.list('ConfigMap', { signal })).rejects.toMatchObject({
      code: 'aborted',
    });
  });

  it('says that nothing listens', async () => {
    const { reader, server } = await faulty.cluster(() => {});
    await server.stop();
    await expect(reader.get('ConfigMap', ref)).rejects.toMatchObject({
      code: 'cluster-unreachable',
      message:
        'Cluster "faulty" could not get configmaps "b" in namespace "a": nothing listens at its address.',
    });
  });

  it('opens few connections for many calls, and one for calls in turn', async () => {
    const { reader, server } = await faulty.cluster((_, response) =>
      sendJson(response, 200, listOf([])),
    );
    for (let i = 0; i < 50; i++) await reader.list('ConfigMap', {});
    expect(server.connections.opened).toBe(1);
    const calls = Array.from({ length: 300 }, () => reader.list('Pod', {}));
    await Promise.allSettled(calls);
    expect(server.connections.most).toBe(16);
  });

  it('asks again after 429', async () => {
    let calls = 0;
    const { reader } = await faulty.cluster((_, response) => {
      response.setHeader('retry-after', '0.01');
      if (calls++ < 2) sendJson(response, 429, { kind: 'Status' });
      else sendJson(response, 200, listOf(['x']));
    });
    expect(await reader.list('ConfigMap', {})).toHaveLength(1);
  });

  it('reads every page, and begins anew when they expire', async () => {
    const asked: (string | null)[] = [];
    const { reader } = await faulty.cluster(({ path }, response) => {
      const { searchParams } = new URL(path, 'http://any');
      const from = searchParams.get('continue');
      asked.push(from);
      if (from && asked.length === 2) {
        sendJson(response, 410, { kind: 'Status', reason: 'Expired' });
      } else if (from) sendJson(response, 200, listOf(['second']));
      else {
        const page = listOf(['first'], { continue: 'more' });
        sendJson(response, 200, page);
      }
    });
    const found = await reader.list('ConfigMap', {});
    expect(found.map(it => it.meta.name)).toEqual(['first', 'second']);
    expect(asked).toEqual([null, 'more', null, 'more']);
  });

  it('reads every page of Secrets too', async () => {
    const { reader, server } = await faulty.cluster(({ path }, response) => {
      const last = path.includes('continue=more');
      sendJson(response, 200, {
        ...listOf([last ? 'second' : 'first']),
        kind: 'PartialObjectMetadataList',
        metadata: { resourceVersion: '7', continue: last ? '' : 'more' },
      });
    });
    expect(await reader.list('Secret', { namespace: 'a' })).toHaveLength(2);
    expect(server.requests[0].path).toBe(
      '/api/v1/namespaces/a/secrets?limit=500',
    );
  });

  it('reads a token file anew, without the white space around', async () => {
    const tokenFile = join(folder, 'token');
    const { reader, server } = await faulty.cluster(
      (_, response) => sendJson(response, 200, listOf([])),
      { connection: { token: undefined, tokenFile } },
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
    const connection = { token: undefined, tokenFile: '/not/there' };
    const { reader } = await faulty.cluster(() => {}, { connection });
    await expect(reader.list('ConfigMap', {})).rejects.toMatchObject({
      code: 'cluster-unreachable',
      message: expect.stringContaining('token file'),
    });
  });

  it('takes the refusal of another uid for the conflict that it is', async () => {
    const { writer, server } = await faulty.cluster((request, response) => {
      if (request.method === 'GET') {
        const metadata = { name: 'b', uid: 'u', resourceVersion: '1' };
        sendJson(response, 200, { kind: 'ConfigMap', metadata });
        return;
      }
      const details = { causes: [{ field: 'metadata.uid' }] };
      sendJson(response, 422, { kind: 'Status', details });
    });
    const target = { kind: 'ConfigMap' as const, uid: 'u', ...ref };
    await expect(
      writer.patch(target, { data: { a: null } }, {}),
    ).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('another object has that name now'),
    });
    const sent = server.requests.at(-1);
    expect(sent).toMatchObject({ method: 'PATCH' });
    expect(JSON.parse(sent?.body ?? '')).toMatchObject({
      metadata: { uid: 'u' },
      data: { a: null },
    });
  });
});
