import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from 'node:tls';
import {
  createAuthority,
  describeOnVaultCluster,
  startFaultProxy,
  vaultApi,
  type FaultProxy,
} from 'testbed';
import type { KmsAuth, KmsConfig } from '../config/types';
import { startRelay } from '../network/__testUtils__/startRelay';
import { temporaryFolder } from '../network/__testUtils__/temporaryFolder';
import { itemsAt, textAt } from '../network/valueAt';
import { configFor } from './__testUtils__/VaultUnderTest';
import { createKms } from './createKms';

jest.setTimeout(60_000);

const options = { nodes: 1 as const, tls: true };

describeOnVaultCluster('a Vault behind TLS', options, cluster => {
  const folder = temporaryFolder();
  const address = () => cluster().nodes[0].address;
  const kms = (change: Partial<KmsConfig> = {}) => {
    const { rootToken, caFile } = cluster();
    const vault = { url: address(), rootToken, portalToken: rootToken };
    return createKms({ ...configFor(vault), caFile, ...change });
  };
  const ask = (change?: Partial<KmsConfig>) =>
    kms(change).readMount('csi/a.b', {});
  const admin = () => {
    const { caFile = '', rootToken } = cluster();
    return vaultApi(address(), rootToken, readFileSync(caFile, 'utf8'));
  };

  it('is trusted by its authority, under each of its names', async () => {
    expect(await ask()).toBeUndefined();
    expect(await ask({ tlsServerName: 'localhost' })).toBeUndefined();
    expect(await kms().health({})).toMatchObject({ state: 'active' });
  });

  it('tells when its certificate ends', async () => {
    const { certificate } = await kms().health({});
    const shown = await shownBy(address());
    expect(certificate?.expiresAt).toBe(new Date(shown).toISOString());
    const left = Date.parse(shown) - Date.now();
    expect(certificate?.daysLeft).toBe(Math.floor(left / (24 * 3600 * 1000)));
  });

  const otherCa = join(folder, 'ca.pem');
  writeFileSync(otherCa, createAuthority('of others').certificate);
  it.each<[string, () => Partial<KmsConfig>, RegExp]>([
    ['another authority', () => ({ caFile: otherCa }), /not trusted/],
    ['no authority', () => ({ caFile: undefined }), /not trusted/],
    [
      'another name',
      () => ({ tlsServerName: 'rogue.example' }),
      /for another name/,
    ],
    [
      'plain HTTP',
      () => ({ address: address().replace('https:', 'http:') }),
      /it speaks TLS; use https:/,
    ],
  ])('is refused with %s', async (_, change, words) => {
    const refusal = {
      code: 'kms-unreachable',
      message: expect.stringMatching(words),
    };
    await expect(ask(change())).rejects.toMatchObject(refusal);
    const { state, message } = await kms(change()).health({});
    expect(state).toBe('unreachable');
    expect(message).toMatch(words);
  });

  describe('whose connections are counted', () => {
    let proxy: FaultProxy;
    beforeEach(async () => {
      proxy = await startFaultProxy(address());
    });
    afterEach(() => proxy.stop());
    const asker = (maxConnections: number) => {
      const limits = { maxConnections, timeoutMs: 60_000 };
      const through = kms({ address: proxy.url, ...limits });
      return () => through.readMount('csi/a.b', {});
    };

    it('sees one for 200 calls in turn', async () => {
      const askIt = asker(16);
      for (let i = 0; i < 200; i++) await askIt();
      expect(proxy.connections.opened).toBe(1);
    });

    it('sees as many as configured for 300 calls at a time', async () => {
      await Promise.all(Array.from({ length: 300 }, asker(7)));
      expect(proxy.connections.opened).toBe(7);
    });

    it('loses no call when they are cut while nothing passes', async () => {
      const askIt = asker(4);
      for (let i = 0; i < 10; i++) {
        await Promise.all(Array.from({ length: 4 }, askIt));
        proxy.cut();
        expect(await askIt()).toBeUndefined();
      }
    });
  });

  it('sees one login by AppRole for a thousand calls', async () => {
    const api = admin();
    const role = '/v1/auth/approle/role/portal';
    const post = (path: string, body: object) =>
      api.demand({ method: 'POST', path, body });
    await post('/v1/sys/auth/approle', { type: 'approle' });
    const policy = 'path "sys/mounts" { capabilities = ["read"] }';
    await post('/v1/sys/policies/acl/reader', { policy });
    await post(role, { token_policies: 'reader' });
    const secretIdFile = join(folder, 'secret-id');
    const made = await post(`${role}/secret-id`, {});
    writeFileSync(
      secretIdFile,
      textAt(made, 'body', 'data', 'secret_id') ?? '',
    );
    const shown = await api.demand({ method: 'GET', path: `${role}/role-id` });
    const roleId = textAt(shown, 'body', 'data', 'role_id') ?? '';
    const countTokens = async () => {
      const path = '/v1/auth/token/accessors?list=true';
      const answer = await api.demand({ method: 'GET', path });
      return itemsAt(answer, 'body', 'data', 'keys').length;
    };
    const { caFile } = cluster();
    const relay = await startRelay({ url: address(), caFile });
    const method = 'app-role' as const;
    const auth: KmsAuth = {
      method,
      roleId,
      secretIdFile,
      mountPath: 'approle',
    };
    const through = kms({ address: relay.url, auth });
    const before = await countTokens();
    for (let i = 0; i < 1000; i++) await through.readMount('csi/a.b', {});
    const logins = relay.requests.filter(it => it.path.endsWith('/login'));
    expect(logins).toHaveLength(1);
    expect(await countTokens()).toBe(before + 1);
    await relay.stop();
  });
});

/** The end of the certificate that a server shows, as it stands in there. */
async function shownBy(address: string): Promise<string> {
  const { hostname: host, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const trust = { rejectUnauthorized: false };
    const socket = connect({ host, port: Number(port), ...trust }, () => {
      resolve(socket.getPeerCertificate().valid_to);
      socket.destroy();
    });
    socket.on('error', reject);
  });
}
