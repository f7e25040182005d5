import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCertificate } from '../network/__testUtils__/certificate';
import {
  sendJson,
  startServer,
  type TestServer,
} from '../network/__testUtils__/startServer';
import { createCluster } from './createCluster';

// The first test waits for the client to be loaded.
jest.setTimeout(60_000);

describe('an API server behind TLS', () => {
  const own = makeCertificate('kubernetes.example');
  const other = makeCertificate('kubernetes.example');
  const misnamed = makeCertificate('rogue.example', { loopback: false });
  const caFile = join(mkdtempSync(join(tmpdir(), 'tls-test-')), 'ca.pem');
  const servers: TestServer[] = [];

  const start = async (certificate: typeof own) => {
    const body = { kind: 'PodList', metadata: {}, items: [] };
    const server = await startServer(
      (_, response) => sendJson(response, 200, body),
      certificate,
    );
    servers.push(server);
    return server;
  };
  afterAll(() => Promise.all(servers.map(server => server.stop())));

  const readerAt = ({ url }: TestServer, ca?: string, skipTlsVerify = false) =>
    createCluster({
      name: 'secure',
      connection: {
        kind: 'url',
        url,
        token: 'any',
        caFile: ca,
        skipTlsVerify,
      },
      csiNamespace: 'rook-ceph',
      timeoutMs: 5_000,
      maxConnections: 16,
    }).reader;

  it('is greeted once for calls that follow each other', async () => {
    writeFileSync(caFile, own.cert);
    const server = await start(own);
    const reader = readerAt(server, caFile);
    for (let i = 0; i < 20; i++) await reader.list('Pod', {});
    expect(server.connections.opened).toBe(1);
  });

  it('is not trusted without its CA', async () => {
    const reader = readerAt(await start(own));
    await expect(reader.list('Pod', {})).rejects.toMatchObject({
      code: 'cluster-unreachable',
      message: expect.stringContaining('not trusted'),
    });
  });

  it('is not trusted under another name', async () => {
    writeFileSync(caFile, misnamed.cert);
    const reader = readerAt(await start(misnamed), caFile);
    await expect(reader.list('Pod', {})).rejects.toMatchObject({
      message: expect.stringContaining('for another name'),
    });
  });

  it('is trusted again when the CA file is the right one again', async () => {
    const reader = readerAt(await start(own), caFile);
    writeFileSync(caFile, other.cert);
    await expect(reader.list('Pod', {})).rejects.toMatchObject({
      code: 'cluster-unreachable',
    });
    writeFileSync(caFile, own.cert);
    expect(await reader.list('Pod', {})).toEqual([]);
  });

  it('is taken as it is where the configuration says so', async () => {
    const reader = readerAt(await start(own), undefined, true);
    expect(await reader.list('Pod', {})).toEqual([]);
  });

  it('is not asked when the CA file cannot be read', async () => {
    const server = await start(own);
    const reader = readerAt(server, '/not/there');
    await expect(reader.list('Pod', {})).rejects.toMatchObject({
      message: expect.stringContaining('CA file'),
    });
    expect(server.requests).toEqual([]);
  });
});
