import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sendJson, type Answering } from '../network/__testUtils__/startServer';
import { temporaryFolder } from '../network/__testUtils__/temporaryFolder';
import { FaultyVaults, kmsAt } from './__testUtils__/FaultyVaults';

/** Vault's namespaces are Enterprise's and OpenBao's: here is what is sent. */
describe('the namespace of a Vault', () => {
  const vaults = new FaultyVaults();
  afterEach(() => vaults.stop());

  const data = { current_version: 0, versions: {}, keys: [], policy: '' };
  const auth = {
    client_token: 'of-a-login',
    accessor: 'a',
    lease_duration: 60,
  };
  const usual: Answering = ({ path }, response) =>
    sendJson(response, path.includes('health') ? 503 : 200, { data, auth });
  const folder = temporaryFolder();
  const tokenFile = join(folder, 'jwt');
  beforeAll(() => writeFileSync(tokenFile, 'jwt'));

  const login = {
    auth: {
      method: 'kubernetes' as const,
      role: 'portal',
      mountPath: 'kubernetes',
      tokenFile,
    },
  };

  it('is named in every call but those of health, at the login too', async () => {
    const { kms, server } = await vaults.kms(usual, {
      ...login,
      namespace: 'team/a',
    });
    const key = { mount: 'team/a/csi/a.b', name: 'key' };
    await kms.describeKey(key, {});
    await kms.health({});
    await kms.describeKey(key, {});
    await kms.setup.readPolicy('csi-tenant-sa', {});
    await kms.tokens.revoke('accessor', {});
    const sent = server.requests.map(({ path, headers }) => [
      path,
      headers['x-vault-namespace'],
    ]);
    const isOpen = (path: unknown) => /seal-status|health/.test(`${path}`);
    const within = sent.filter(([path]) => !isOpen(path));
    expect(within[0]).toEqual(['/v1/auth/kubernetes/login', 'team/a']);
    expect(new Set(within.map(([, namespace]) => namespace))).toEqual(
      new Set(['team/a']),
    );
    const open = sent.filter(([path]) => isOpen(path));
    expect(open.length).toBeGreaterThan(0);
    expect(open.every(([, namespace]) => namespace === undefined)).toBe(true);
  });

  it('of one KMS is not seen by another at the same server', async () => {
    const server = await vaults.start(usual);
    const namespaces = ['one', undefined, 'two', 'one/deeper'];
    const all = namespaces.map(namespace => kmsAt(server, { namespace }));
    for (let round = 0; round < 3; round++) {
      await Promise.all(all.map(it => it.setup.readPolicy('p', {})));
    }
    const sent = server.requests.map(it => it.headers['x-vault-namespace']);
    for (const namespace of namespaces) {
      expect(sent.filter(it => it === namespace)).toHaveLength(3);
    }
  });

  it('is where a role is read, and no other namespace is asked', async () => {
    const { kms, server } = await vaults.kms(usual, { namespace: 'team' });
    const role = { mount: 'kubernetes', role: 'csi-tenant' };
    await kms.setup.readAuthRole({ ...role, namespace: 'team' }, {});
    await expect(
      kms.setup.readAuthRole({ ...role, namespace: '' }, {}),
    ).rejects.toMatchObject({
      code: 'invalid-input',
      field: 'vaultAuthNamespace',
    });
    const paths = server.requests.map(({ path }) => path);
    expect(paths.filter(it => it.includes('/role/'))).toHaveLength(1);
  });

  it('is that of the custodian too, whose mount is named within it', async () => {
    const custodianAuth = { method: 'token' as const, token: 'of-custodian' };
    const config = { namespace: 'team', custodianAuth };
    const { kms, server } = await vaults.kms(usual, config);
    const key = { mount: 'team/csi/a.b', name: 'key' };
    await expect(kms.custodian?.destroyKey(key, {})).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(
      server.requests.map(({ method, path, headers }) => [
        method,
        path,
        headers['x-vault-namespace'],
        headers['x-vault-token'],
      ]),
    ).toEqual(
      ['GET', 'DELETE', 'GET'].map(method => [
        method,
        '/v1/csi/a.b/metadata/key',
        'team',
        'of-custodian',
      ]),
    );
    await expect(
      kms.custodian?.destroyKey({ ...key, mount: 'other/csi/a.b' }, {}),
    ).rejects.toMatchObject({ code: 'invalid-input', field: 'vaultNamespace' });
  });
});
