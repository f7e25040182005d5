import nodeVault from 'node-vault';
import {
  sendJson,
  startServer,
  type TestServer,
} from '../../network/__testUtils__/startServer';

/**
 * Why only `read` and `write` of node-vault are used, with names that were
 * looked at and headers of each call's own. What fails here was mended there.
 */
describe('node-vault itself still', () => {
  let server: TestServer;
  beforeEach(async () => {
    const auth = { client_token: 'of-the-tenant' };
    server = await startServer((_, response) =>
      sendJson(response, 200, { auth }),
    );
  });
  afterEach(() => server.stop());

  const client = (options: nodeVault.VaultOptions = {}) =>
    nodeVault({ endpoint: server.url, token: 'of-the-portal', ...options });
  const tokens = () => server.requests.map(it => it.headers['x-vault-token']);
  const bodies = () => server.requests.map(it => JSON.parse(it.body));
  const paths = () => server.requests.map(it => it.path);

  it('goes on as the tenant after it has made his token (1)', async () => {
    const vault = client();
    await vault.tokenCreate({});
    await vault.read('any');
    expect(tokens()).toEqual(['of-the-portal', 'of-the-tenant']);
  });

  it('drops fields that make a token last (2)', async () => {
    const vault = client();
    const lasting = { period: '720h', type: 'service', entity_alias: 'a' };
    await vault.tokenCreate({ policies: ['p'], ...lasting });
    const role = { role_name: 'r', orphan: true, token_period: '720h' };
    await vault.addTokenRole(role);
    expect(bodies()).toEqual([{ policies: ['p'] }, { orphan: true }]);
  });

  it('sends its own options as the body of a mount (3)', async () => {
    const headers = { 'X-Vault-Token': 'canary' };
    const requestOptions = { headers };
    await client().mount({ mount_point: 'm', type: 'kv', requestOptions });
    expect(bodies()).toEqual([
      { mount_point: 'm', type: 'kv', requestOptions: { headers } },
    ]);
  });

  it.each([
    [`a'b`, '/v1/auth/token/roles/a&'],
    ['../../../sys/policies/acl/root', '/v1/sys/policies/acl/root'],
  ])('asks for something else than the role %j (4)', async (name, path) => {
    await client().getTokenRole({ role_name: name });
    expect(paths()).toEqual([path]);
  });

  it.each([
    ['kv/data/a/../b/x', '/v1/kv/data/b/x'],
    ['kv/data/a/%2e%2e/b/x', '/v1/kv/data/b/x'],
    ['kv/data/a#/x', '/v1/kv/data/a'],
    ['kv/data/a?list=true', '/v1/kv/data/a?list=true'],
  ])('reads something else than %j (5)', async (asked, path) => {
    await client().read(asked);
    expect(paths()).toEqual([path]);
  });

  it('keeps the first token in the options it was given (7)', async () => {
    const requestOptions = { headers: {} };
    const vault = client({ requestOptions });
    await vault.read('any');
    vault.token = 'another';
    await vault.read('any');
    expect(tokens()).toEqual(['of-the-portal', 'of-the-portal']);
    const kept = { 'X-Vault-Token': 'of-the-portal' };
    expect(requestOptions.headers).toMatchObject(kept);
  });

  it('knows few of the codes of health (17)', async () => {
    await client().health({ sealedcode: 299, drsecondarycode: 299 });
    expect(paths()).toEqual(['/v1/sys/health?sealedcode=299']);
  });

  it('logs in at no mount unless one is named (18)', async () => {
    await client().kubernetesLogin({ role: 'portal', jwt: 'any' });
    expect(paths()).toEqual(['/v1/auth//login']);
  });

  it('throws away headers of an update, and a namespace of a call (21)', async () => {
    const vault = client({ namespace: 'its-own' });
    const headers = () => ({
      'X-Vault-Wrap-TTL': '60',
      'X-Vault-Namespace': 'other',
    });
    await vault.update('any', {}, { headers: headers() });
    await vault.read('any', { headers: headers() });
    const [update, read] = server.requests;
    expect(update.headers).not.toHaveProperty('x-vault-wrap-ttl');
    expect(read.headers['x-vault-namespace']).toBe('its-own');
  });
});
