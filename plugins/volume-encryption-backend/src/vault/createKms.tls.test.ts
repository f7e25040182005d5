import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KmsConfig } from '../config/types';
import { makeCertificate } from '../network/__testUtils__/certificate';
import {
  sendJson,
  startServer,
  type TestServer,
} from '../network/__testUtils__/startServer';
import { createKms } from './createKms';

describe('a Vault behind TLS', () => {
  const own = makeCertificate('vault.example');
  const other = makeCertificate('vault.example');
  const environment = { ...process.env };
  let server: TestServer;
  let caFile: string;

  beforeAll(async () => {
    server = await startServer(
      (_, response) =>
        sendJson(response, 200, { initialized: true, sealed: false }),
      own,
    );
    caFile = join(mkdtempSync(join(tmpdir(), 'tls-test-')), 'ca.pem');
  });
  afterAll(() => server.stop());
  beforeEach(() => writeFileSync(caFile, own.cert));
  afterEach(() => {
    process.env = { ...environment };
  });

  const kms = (change: Partial<KmsConfig> = {}) =>
    createKms({
      name: 'secure',
      address: server.url,
      otherAddresses: [],
      auth: { method: 'token', token: 'any' },
      mountPrefix: 'csi',
      tokenRole: 'csi-tenant',
      timeoutMs: 5_000,
      maxConnections: 16,
      caFile,
      ...change,
    });

  it('is trusted by its CA file', async () => {
    expect(await kms().health({})).toMatchObject({ state: 'active' });
  });

  it('is greeted once for calls that follow each other', async () => {
    const { opened } = server.connections;
    const same = kms();
    for (let i = 0; i < 20; i++) await same.readMount('csi/a.b', {});
    expect(server.connections.opened).toBe(opened + 1);
  });

  it('is trusted under the name that is configured, and no other', async () => {
    const named = kms({ tlsServerName: 'vault.example' });
    expect(await named.health({})).toMatchObject({ state: 'active' });
    const misnamed = kms({ tlsServerName: 'rogue.example' });
    expect(await misnamed.health({})).toMatchObject({
      state: 'unreachable',
      message: expect.stringContaining('for another name'),
    });
  });

  it('is not trusted without, whatever the environment allows', async () => {
    process.env.VAULT_SKIP_VERIFY = 'true';
    expect(await kms({ caFile: undefined }).health({})).toMatchObject({
      state: 'unreachable',
      message: expect.stringContaining('not trusted'),
    });
  });

  it('is trusted again when the CA file is the right one again', async () => {
    const same = kms();
    writeFileSync(caFile, other.cert);
    expect(await same.health({})).toMatchObject({ state: 'unreachable' });
    writeFileSync(caFile, own.cert);
    expect(await same.health({})).toMatchObject({ state: 'active' });
  });

  it('is not asked when the CA file cannot be read', async () => {
    expect(await kms({ caFile: '/not/there' }).health({})).toMatchObject({
      state: 'unreachable',
      message: expect.stringContaining('CA file'),
    });
  });
});
