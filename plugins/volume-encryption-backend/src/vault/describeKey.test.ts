import {
  sendJson,
  startServer,
  type TestServer,
} from '../network/__testUtils__/startServer';
import { createKms } from './createKms';

const now = new Date('2026-11-24T12:00:00Z');

describe('what is known of a key', () => {
  let server: TestServer;
  let metadata: { status: number; body: unknown };
  let mounts: unknown;
  beforeEach(async () => {
    server = await startServer((request, response) =>
      request.path === '/v1/sys/mounts'
        ? sendJson(response, 200, { data: mounts })
        : sendJson(response, metadata.status, metadata.body),
    );
  });
  afterEach(() => server.stop());

  const describeKey = () =>
    createKms(
      {
        name: 'any',
        address: server.url,
        otherAddresses: [],
        auth: { method: 'token', token: 'any' },
        mountPrefix: 'csi',
        tokenRole: 'csi-tenant',
        timeoutMs: 5_000,
        maxConnections: 16,
      },
      () => now,
    ).describeKey({ mount: 'csi/a.b', name: 'volume' }, {});
  const withVersion = (version: object) => {
    const data = { current_version: 1, versions: { 1: version } };
    metadata = { status: 200, body: { data } };
  };

  it.each([
    ['present', { deletion_time: '', destroyed: false }],
    ['present', { deletion_time: '2026-12-24T00:00:00Z', destroyed: false }],
    ['soft-deleted', { deletion_time: '2026-11-23T00:00:00Z' }],
    ['destroyed', { deletion_time: '', destroyed: true }],
  ])('is that it is %s, by %j', async (presence, version) => {
    withVersion(version);
    expect(await describeKey()).toMatchObject({ presence });
  });

  it('is not that it is absent, where the engine keeps no metadata', async () => {
    metadata = { status: 404, body: { errors: [] } };
    mounts = { 'csi/a.b/': { type: 'kv', options: { version: '1' } } };
    await expect(describeKey()).rejects.toMatchObject({
      code: 'invalid-input',
      message: expect.stringContaining('not KV version 2'),
    });
  });

  it('is not that it is absent, where a mount above answers', async () => {
    metadata = { status: 404, body: { errors: [] } };
    mounts = { 'csi/': { type: 'kv', options: { version: '2' } } };
    await expect(describeKey()).rejects.toMatchObject({ field: 'mount' });
  });

  it('is nothing, where the answer is that of a KV version 1', async () => {
    metadata = { status: 200, body: { data: { passphrase: 'canary' } } };
    await expect(describeKey()).rejects.toMatchObject({ field: 'mount' });
  });
});
