import { writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Manifest } from 'backstage-plugin-volume-encryption-common';
import type { ClusterReader } from 'backstage-plugin-volume-encryption-node';
import { createAuthority } from 'testbed';
import { sendJson, type Answering } from '../network/__testUtils__/startServer';
import { temporaryFolder } from '../network/__testUtils__/temporaryFolder';
import {
  clusterAt,
  FaultyServers,
  isWatch,
  listOf,
  namedObject,
} from './__testUtils__/FaultyServers';

// The first test waits for the client to be loaded.
jest.setTimeout(60_000);

describe('connections to an API server', () => {
  const authority = createAuthority('of the test');
  const certificate = authority.issue({ hosts: ['127.0.0.1'] });
  const caFile = join(temporaryFolder(), 'ca.pem');
  const faulty = new FaultyServers();
  const stop = new AbortController();
  beforeAll(() => writeFileSync(caFile, authority.certificate));
  afterEach(() => faulty.stop());
  afterAll(() => stop.abort());

  const list: Answering = (request, response) => {
    if (isWatch(request)) response.writeHead(200).flushHeaders();
    else sendJson(response, 200, listOf([]));
  };
  async function over(tls: typeof certificate | undefined, answering = list) {
    const server = await faulty.start(answering, tls);
    const limits = { maxConnections: 5, timeoutMs: 60_000 };
    return {
      server,
      ...clusterAt(server, { connection: { caFile }, ...limits }),
    };
  }
  const listTimes = (reader: ClusterReader, times: number) =>
    Promise.all(Array.from({ length: times }, () => reader.list('Pod', {})));
  const anyPods: Answering = (request, response) => {
    const kind = request.path.includes('/pods') ? 'PodList' : 'ConfigMapList';
    if (isWatch(request)) list(request, response);
    else sendJson(response, 200, { ...listOf([]), kind });
  };

  it('are one for 200 calls in turn, over TLS', async () => {
    const { server, reader } = await over(certificate);
    for (let i = 0; i < 200; i++) await reader.list('ConfigMap', {});
    expect(server.connections).toEqual({ opened: 1, most: 1 });
  });

  it('are as many as configured for 300 calls at a time, over TLS', async () => {
    const { server, reader } = await over(certificate, anyPods);
    await listTimes(reader, 300);
    expect(server.requests).toHaveLength(300);
    expect(server.connections).toEqual({ opened: 5, most: 5 });
  });

  it('are others for watches, so that calls need not wait for them', async () => {
    const { server, reader } = await over(certificate, anyPods);
    const { signal } = stop;
    const follow = async () => {
      const watch = reader.watch('ConfigMap', { signal });
      const events = watch[Symbol.asyncIterator]();
      let told = '';
      while (told !== 'alive') told = (await events.next()).value.type;
    };
    await Promise.all(Array.from({ length: 8 }, follow));
    await listTimes(reader, 50);
    expect(server.connections).toEqual({ opened: 13, most: 13 });
    expect(server.requests.filter(isWatch)).toHaveLength(8);
  });

  describe('that are kept and die', () => {
    /** Connections that the server, or something between, has forgotten. */
    const dead = new Set<Socket | null>();
    const manifest: Manifest = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'b', namespace: 'a' },
    };
    const map = { kind: 'ConfigMap', apiVersion: 'v1', ...namedObject('b') };
    const unless =
      (die: (response: ServerResponse) => void): Answering =>
      (request, response) => {
        const { socket } = response;
        if (dead.has(socket)) die(response);
        else if (request.path.includes('/b')) sendJson(response, 200, map);
        else sendJson(response, 200, listOf([]));
        socket?.once('close', () => dead.delete(socket));
        response.once('finish', () => dead.add(socket));
      };

    it('by a reset cost no call that may be sent again', async () => {
      const reset = unless(response => response.destroy());
      const { server, reader, writer } = await over(undefined, reset);
      const ref = { namespace: 'a', name: 'b' };
      const target = { kind: 'ConfigMap' as const, ...ref, uid: 'u' };
      for (const call of [
        () => reader.list('ConfigMap', {}),
        () => reader.get('ConfigMap', ref),
        () => writer.apply(manifest, {}),
        () => writer.delete(target, {}),
      ]) {
        await expect(call()).resolves.toBeDefined();
      }
      expect(server.connections.opened).toBeGreaterThan(3);
    });

    it('without a word cost no call either', async () => {
      const server = await faulty.start(unless(() => {}));
      const { reader } = clusterAt(server, { timeoutMs: 600 });
      await reader.list('ConfigMap', {});
      // What was heard of a moment ago is not doubted.
      await sleep(1_100);
      expect(await reader.list('ConfigMap', {})).toEqual([]);
      expect(server.connections.opened).toBe(2);
    });

    it('are not tried for ever', async () => {
      const { reader, server } = await over(undefined, (_, response) =>
        response.destroy(),
      );
      await expect(reader.list('ConfigMap', {})).rejects.toMatchObject({
        code: 'cluster-unreachable',
      });
      expect(server.requests).toHaveLength(1);
    });
  });
});
