import { Sandbox, startSandbox } from '../startSandbox';
import { connect, Send } from '../wire/connect';
import { at, JsonObject, textOf } from '../wire/json';

let now = new Date('2026-01-01T00:00:00Z');
let sandbox: Sandbox;
let root: Send;
let portal: Send;

const as = (token: string): Send => {
  const headers = { 'x-vault-token': token };
  const send = connect({ url: `${sandbox.vault.url}/v1/`, headers });
  return (method, path, body) => send(method, path, body);
};
const later = (hours: number) => {
  now = new Date(now.getTime() + hours * 3_600_000);
};
async function mint(entity_alias: string) {
  const path = 'auth/token/create/csi-tenant';
  const { body } = await portal('POST', path, { entity_alias });
  const of = (field: string) => textOf(at(body, 'auth', field));
  return { tenant: as(of('client_token')), accessor: of('accessor') };
}
const value = { data: { data: { passphrase: 'canary' } } };
const key = 'csi/sandbox.payments/data/k';

beforeEach(async () => {
  sandbox = await startSandbox({ clock: () => now, seed: true });
  root = as(sandbox.vault.rootToken);
  portal = as(sandbox.vault.portalToken);
});
afterEach(() => sandbox.stop());

it('lets a tenant at his own keys only, and the portal at none', async () => {
  const { tenant } = await mint('sandbox.payments');
  expect((await tenant('PUT', key, value)).status).toBe(200);
  const other = await tenant('PUT', 'csi/sandbox.insurance/data/k', value);
  const errors = ['1 error occurred:\n\t* permission denied\n\n'];
  expect(other).toEqual({ status: 403, body: { errors } });
  expect((await portal('GET', key)).status).toBe(403);
  const path = 'csi/sandbox.payments/metadata/k';
  const { body } = await portal('GET', path);
  const by = at(body, 'data', 'last_updated_by');
  expect(by).toMatchObject({ actor: 'token', operation: 'create' });
  expect(at(by, 'entity_id')).toMatch(/^[-0-9a-f]{36}$/);
  expect(JSON.stringify(body)).not.toContain('canary');
});

it.each<[string, JsonObject, number]>([
  ['sys/mounts/csi/a.b', { type: 'kv', options: { version: '2' } }, 204],
  ['sys/mounts/csi/a.b', { type: 'kv', config: {} }, 403],
  ['sys/mounts/csi/a.b/tune', { type: 'kv' }, 403],
  ['auth/token/create/csi-tenant', { meta: {} }, 403],
  ['sys/policies/acl/csi-tenant-sa', { policy: '' }, 403],
])('holds the portal to its policy: %s %j', async (path, body, status) => {
  expect((await portal('POST', path, body)).status).toBe(status);
});

it('renews a token by accessor, and ends it by revocation or time', async () => {
  const { tenant, accessor } = await mint('sandbox.payments');
  const look = () => portal('POST', 'auth/token/lookup-accessor', { accessor });
  later(20);
  await portal('POST', 'auth/token/renew-self');
  await portal('POST', 'auth/token/renew-accessor', { accessor });
  const data = { id: '', ttl: 2592000, role: 'csi-tenant', orphan: true };
  expect(at((await look()).body, 'data')).toMatchObject(data);
  await portal('POST', 'auth/token/revoke-accessor', { accessor });
  expect(JSON.stringify(await look())).toContain('invalid accessor');
  expect(JSON.stringify(await tenant('GET', key))).toContain('invalid token');
  later(25);
  expect((await portal('GET', 'auth/token/lookup-self')).status).toBe(403);
});

it('judges by the most specific path', async () => {
  const policy = ['a/* read', 'a/b/* deny', 'a/+/c list', 'a/b/d update']
    .map(it => it.split(' '))
    .map(([path, can]) => `path "${path}" { capabilities = ["${can}"] }`)
    .join(' # why\n');
  await root('PUT', 'sys/policies/acl/csi-tenant-token', { policy });
  const { accessor } = await mint('any');
  const paths = ['a/x', 'a/b/x', 'a/x/c', 'a/b/c', 'a/b/d', 'b'];
  const question = { accessor, paths };
  const { body } = await portal('POST', 'sys/capabilities-accessor', question);
  const found = paths.map(path => at(body, path));
  const wanted = ['read', 'deny', 'list', 'deny', 'update', 'deny'];
  expect(found).toEqual(wanted.map(it => [it]));
});

it('keeps versions of a key, and serves nothing while sealed', async () => {
  await root('PUT', key, value);
  await root('PUT', key, value);
  await root('DELETE', key);
  expect((await root('GET', key)).status).toBe(404);
  expect((await root('GET', `${key}?version=1`)).status).toBe(200);
  await root('PUT', 'sys/seal');
  expect((await portal('GET', 'sys/health')).status).toBe(503);
  expect((await portal('GET', 'sys/mounts')).status).toBe(503);
  for (const share of sandbox.vault.unsealKeys.slice(1)) {
    await portal('PUT', 'sys/unseal', { key: share });
  }
  expect((await portal('GET', 'sys/mounts')).status).toBe(200);
});
