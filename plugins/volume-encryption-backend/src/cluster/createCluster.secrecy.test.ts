import type { Manifest } from 'backstage-plugin-volume-encryption-common';
import {
  allThatShows,
  rejectionOf,
} from '../network/__testUtils__/allThatShows';
import { sendJson, type Answering } from '../network/__testUtils__/startServer';
import {
  CANARY,
  FaultyServers,
  namedObject,
} from './__testUtils__/FaultyServers';

const manifest: Manifest = {
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'token', namespace: 'a' },
  data: { token: 'canary-of-a-tenant-token' },
};

// The first test waits for the client to be loaded.
jest.setTimeout(60_000);

describe('what must not pass or show', () => {
  const faulty = new FaultyServers();
  const ref = { namespace: 'a', name: 'b' };
  afterEach(() => faulty.stop());

  it('takes no whole Secret', async () => {
    const { reader, writer, server } = await faulty.cluster((_, response) =>
      sendJson(response, 200, {
        ...namedObject('b'),
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
      const { reader, writer, server } = await faulty.cluster((_, response) =>
        sendJson(response, 200, {}),
      );
      const named = (metadata: Manifest['metadata']) =>
        writer.apply({ ...manifest, metadata }, {});
      const remove = (place: { namespace: string; name: string }) =>
        writer.delete({ kind: 'Secret', uid: 'u', ...place }, {});
      for (const call of [
        () => reader.get('Secret', { namespace: 'a', name }),
        () => reader.get('Secret', { namespace: name, name: 'b' }),
        () => reader.get('StorageClass', { name }),
        () => reader.list('Secret', { namespace: name }),
        () => named({ namespace: 'a', name }),
        () => named({ namespace: name, name: 'b' }),
        () => remove({ namespace: 'a', name }),
        () => remove({ namespace: name, name: 'b' }),
      ]) {
        await expect(call()).rejects.toMatchObject({
          code: 'invalid-input',
        });
      }
      expect(server.requests).toEqual([]);
    },
  );

  it('sends nothing for a kind that it does not know, or a namespace too much', async () => {
    const { writer, reader, server } = await faulty.cluster(() => {});
    const role = { ...manifest, kind: 'ClusterRole' };
    await expect(writer.apply(role, {})).rejects.toMatchObject({
      field: 'kind',
    });
    await expect(
      reader.get('StorageClass', { namespace: 'a', name: 'b' }),
    ).rejects.toMatchObject({ field: 'namespace' });
    expect(server.requests).toEqual([]);
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
      const { writer, ...cluster } = await faulty.cluster(mishap);
      const error = await rejectionOf(writer.apply(manifest, {}));
      expect(error).toMatchObject({ name: 'VolumeEncryptionError' });
      expect(allThatShows(error)).not.toContain('canary');
      expect(allThatShows(cluster.reader)).not.toContain('canary');
    }
  });
});
