import {
  allThatShows,
  rejectionOf,
} from '../network/__testUtils__/allThatShows';
import {
  sendJson,
  type Answering,
  type Received,
} from '../network/__testUtils__/startServer';
import { CANARY, FaultyVaults } from './__testUtils__/FaultyVaults';

/** As a Vault answers that has the token role, and no mount. */
const usual: Answering = ({ path }, response) => {
  const minted = { client_token: 'hvs.of-the-tenant', accessor: 'a' };
  const data = path.includes('/roles/')
    ? { orphan: true, token_period: 60, keys: [] }
    : {};
  sendJson(response, 200, { data, auth: { ...minted, lease_duration: 60 } });
};

/** What node-vault does otherwise by itself: see `nodeVault/*.raw.test.ts`. */
describe('what is sent to a Vault', () => {
  const vaults = new FaultyVaults();
  afterEach(() => vaults.stop());

  const tenant = { tenantId: 'a.b', meta: { operation: 'o' } };
  const written = (requests: Received[]) =>
    requests
      .filter(({ method }) => method === 'POST')
      .map(({ path, body }) => [path, JSON.parse(body)]);

  it('comes from the portal also after a token was minted', async () => {
    const { kms, server } = await vaults.kms(usual);
    await kms.tokens.mint(tenant, {});
    await kms.readMount('csi/a.b', {});
    const tokens = server.requests.map(it => it.headers['x-vault-token']);
    expect(new Set(tokens)).toEqual(new Set([CANARY]));
    expect(tokens).toHaveLength(3);
  });

  it('is all that makes a token, and nothing else', async () => {
    const { kms, server } = await vaults.kms(usual);
    await kms.tokens.mint(tenant, {});
    const { tenantId, meta } = tenant;
    expect(written(server.requests)).toEqual([
      [
        '/v1/auth/token/create/csi-tenant',
        { entity_alias: tenantId, display_name: tenantId, meta },
      ],
    ]);
  });

  it('is what a mount is to be, and nothing else', async () => {
    const { kms, server } = await vaults.kms(usual);
    await kms.ensureMount('csi/a.b', {});
    expect(written(server.requests)).toEqual([
      [
        '/v1/sys/mounts/csi/a.b',
        {
          type: 'kv',
          options: { version: '2' },
          description: 'Keys of encrypted volumes of one tenant',
        },
      ],
    ]);
  });

  it.each([
    ...['', '.', '..', 'a/../b', 'a//b', '%2e%2e', '..%2fb', 'a#b', 'a?b'],
    ...[`a'b`, 'a=b', 'a&b', ' a', 'a\n', 'ü', 'a'.repeat(256)],
  ])('is nothing where something is named %j', async name => {
    const { kms, server } = await vaults.kms(usual);
    for (const call of [
      () => kms.describeKey({ mount: name, name: 'key' }, {}),
      () => kms.listKeys({ mount: name, folder: '' }, {}),
      () => kms.readMount(name, {}),
      () => kms.readMountConfig(name, {}),
      () => kms.ensureMount(name, {}),
    ]) {
      await expect(call()).rejects.toMatchObject({ code: 'invalid-input' });
    }
    expect(server.requests).toEqual([]);
  });

  it.each([
    '',
    '.',
    '..',
    'a/../b',
    'a//b',
    'a\n',
    'a\u0000',
    'a'.repeat(4097),
  ])('is nothing where a key is named %j', async name => {
    const { kms, server } = await vaults.kms(usual);
    const call = kms.describeKey({ mount: 'csi/a.b', name }, {});
    await expect(call).rejects.toMatchObject({ code: 'invalid-input' });
    expect(server.requests).toEqual([]);
  });

  it.each([
    ['%2e%2e', '%252e%252e'],
    ['..%2fb', '..%252fb'],
    ['a#b', 'a%23b'],
    ['a?b', 'a%3Fb'],
    ['a=b&c', 'a%3Db%26c'],
    [' a', '%20a'],
    ["a'b", "a'b"],
    ['{{a}}', '%7B%7Ba%7D%7D'],
    ['f/ü', 'f/%C3%BC'],
  ])('asks for the key %j and no other', async (name, encoded) => {
    const { kms, server } = await vaults.kms(usual);
    // What this Vault answers is no description of a key.
    await kms.describeKey({ mount: 'csi/a.b', name }, {}).catch(() => {});
    expect(server.requests.map(({ path }) => path)).toEqual([
      `/v1/csi/a.b/metadata/${encoded}`,
    ]);
  });

  it.each([
    ...['', 'a', 'a.b.c', '.b', 'a.', 'A.b', 'a.B', 'a.b/c', 'a.+', 'a.*'],
    ...['a."b', 'a.b"} path "*" {', 'a.{{identity.entity.id}}', 'a.b\n', '..'],
    ...['a.%2e', `a.${'b'.repeat(64)}`, 'a.ü', 'root', 'a.b '],
  ])('is nothing for a tenant named %j', async tenantId => {
    const custodianAuth = { method: 'token' as const, token: CANARY };
    const { kms, server } = await vaults.kms(usual, { custodianAuth });
    for (const call of [
      () => kms.tokens.mint({ tenantId, meta: {} }, {}),
      () => kms.custodian?.removeMount(`csi/${tenantId}`, {}),
      () =>
        kms.custodian?.destroyKey({ mount: `csi/${tenantId}`, name: 'k' }, {}),
    ]) {
      await expect(call()).rejects.toMatchObject({ code: 'invalid-input' });
    }
    expect(server.requests).toEqual([]);
  });

  it.each(['', '..', 'a/../b', '+', '*', 'a"b', 'a?list=true', 'a#b', '{{a}}'])(
    'is nothing where the set-up is named %j',
    async name => {
      const { kms, server } = await vaults.kms(usual);
      for (const call of [
        () => kms.setup.readPolicy(name, {}),
        () => kms.setup.readTokenRole(name, {}),
        () => kms.setup.readAuthConfig(name, {}),
        () => kms.setup.readAuthRole({ mount: name, role: 'a' }, {}),
        () => kms.setup.readAuthRole({ mount: 'a', role: name }, {}),
      ]) {
        await expect(call()).rejects.toMatchObject({ code: 'invalid-input' });
      }
      expect(server.requests).toEqual([]);
    },
  );

  it('asks for capabilities of 200 paths at a time, each once', async () => {
    const { kms, server } = await vaults.kms(({ body }, response) => {
      const paths: string[] = JSON.parse(body).paths;
      const data = Object.fromEntries(paths.map(it => [it, ['read', 'list']]));
      sendJson(response, 200, { data });
    });
    const paths = Array.from({ length: 401 }, (_, i) => `csi/t${i}`);
    const told = await kms.capabilities.own([...paths, ...paths], {});
    expect([...told.keys()]).toEqual(paths);
    expect(told.get('csi/t400')).toEqual(['list', 'read']);
    const sizes = server.requests.map(it => JSON.parse(it.body).paths.length);
    expect(sizes).toEqual([200, 200, 1]);
  });

  it('is not taken for a denial where a path has no answer', async () => {
    const { kms } = await vaults.kms(usual);
    await expect(kms.capabilities.own(['csi/a'], {})).rejects.toMatchObject({
      code: 'kms-unreachable',
    });
  });

  it('is not said to be written when it was redirected', async () => {
    const { kms, server } = await vaults.kms(
      (request, response) => {
        if (request.method === 'GET') usual(request, response);
        else response.writeHead(301, { location: '/v1/other' }).end();
      },
      { timeoutMs: 500 },
    );
    await expect(kms.ensureMount('csi/a.b', {})).rejects.toMatchObject({
      message: expect.stringContaining('redirect'),
    });
    expect(server.requests.map(it => it.path)).not.toContain('/v1/other');
  });

  it('is a list by a verb that every server takes', async () => {
    const { kms, server } = await vaults.kms(usual);
    await kms.listKeys({ mount: 'csi/a.b', folder: '' }, {});
    expect(server.requests).toMatchObject([
      { method: 'GET', path: '/v1/csi/a.b/metadata/?list=true' },
    ]);
  });

  it('is refused also where a key is named like a path of health', async () => {
    const { kms } = await vaults.kms((_, response) =>
      sendJson(response, 503, { errors: ['Vault is sealed'] }),
    );
    const key = { mount: 'csi/a.b', name: 'sys/health' };
    await expect(kms.describeKey(key, {})).rejects.toMatchObject({
      code: 'kms-sealed',
    });
  });

  it('does not show in the error of a Vault that is gone', async () => {
    const { kms, server } = await vaults.kms(usual);
    await server.stop();
    const meta = { share: 'canary-of-an-unseal-share' };
    const error = await rejectionOf(
      kms.tokens.mint({ tenantId: 'a.b', meta }, {}),
    );
    expect(error).toMatchObject({ code: 'kms-unreachable' });
    expect(allThatShows(error)).not.toContain('canary');
  });
});
