import { Sandbox, startSandbox } from '../startSandbox';
import { connect, Send } from '../wire/connect';
import { at, Json, textOf } from '../wire/json';

let now = new Date('2026-01-01T00:00:00Z');
let sandbox: Sandbox;
let root: Send;
let portal: Send;

const as = (token: string): Send => {
  const headers = { 'x-vault-token': token };
  const send = connect({ url: sandbox.vault.url, headers });
  return (method, path, body) => send(method, `/v1/${path}`, body);
};
const later = (hours: number) => {
  now = new Date(now.getTime() + hours * 3_600_000);
};
const mint = async (entity_alias: string) => {
  const meta = { cluster: 'sandbox' };
  const path = 'auth/token/create/csi-tenant';
  const { body } = await portal('POST', path, { entity_alias, meta });
  const of = (field: string) => textOf(at(body, 'auth', field));
  return { token: of('client_token'), accessor: of('accessor') };
};
const value = { data: { data: { passphrase: 'canary' } } };

beforeEach(async () => {
  sandbox = await startSandbox({ clock: () => now, seed: true });
  root = as(sandbox.vault.rootToken);
  portal = as(sandbox.vault.portalToken);
});
afterEach(() => sandbox.stop());

it('lets a tenant at his own keys only', async () => {
  const tenant = as((await mint('sandbox.payments')).token);
  const own = 'csi/sandbox.payments/data/k';
  expect((await tenant('PUT', own, value)).status).toBe(200);
  expect((await tenant('GET', own)).status).toBe(200);
  for (const path of [
    'csi/sandbox.insurance/data/k',
    'csi/dev.payments/data/k',
  ]) {
    const { status, body } = await tenant('PUT', path, value);
    expect(status).toBe(403);
    expect(at(body, 'errors')).toEqual([
      '1 error occurred:\n\t* permission denied\n\n',
    ]);
  }
  const list = await tenant('GET', 'csi/sandbox.payments/metadata/?list=true');
  expect(list.status).toBe(403);
});

it('shows the portal who wrote a key, and never the key', async () => {
  const tenant = as((await mint('sandbox.payments')).token);
  await tenant('PUT', 'csi/sandbox.payments/data/k', value);
  const lookup = await tenant('GET', 'auth/token/lookup-self');
  expect(lookup.status).toBe(403);
  const { body } = await portal('GET', 'csi/sandbox.payments/metadata/k');
  expect(at(body, 'data', 'last_updated_by')).toMatchObject({
    actor: 'token',
    operation: 'create',
    entity_id: expect.stringMatching(/^[-0-9a-f]{36}$/),
  });
  expect(JSON.stringify(body)).not.toContain('canary');
  const read = await portal('GET', 'csi/sandbox.payments/data/k');
  expect(read.status).toBe(403);
});

it.each<[string, Json, number]>([
  [
    'sys/mounts/csi/sandbox.new',
    { type: 'kv', options: { version: '2' } },
    204,
  ],
  [
    'sys/mounts/csi/sandbox.payments',
    { type: 'kv', options: { version: '2' } },
    400,
  ],
  ['sys/mounts/csi/sandbox.new', { type: 'kv', config: {} }, 403],
  ['sys/mounts/csi/sandbox.new', { options: { version: '2' } }, 403],
  ['sys/mounts/csi/sandbox.new/tune', { type: 'kv' }, 403],
  ['auth/token/create/csi-tenant', { meta: {} }, 403],
  ['auth/token/create', {}, 403],
  ['sys/policies/acl/csi-tenant-sa', { policy: '' }, 403],
])('holds the portal to its policy: %s %j', async (path, body, status) => {
  expect((await portal('POST', path, body)).status).toBe(status);
});

it('renews a periodic token by accessor, and ends it by time or revocation', async () => {
  const { token, accessor } = await mint('sandbox.payments');
  const look = () => portal('POST', 'auth/token/lookup-accessor', { accessor });
  expect(at((await look()).body, 'data')).toMatchObject({
    id: '',
    ttl: 2592000,
    path: 'auth/token/create/csi-tenant',
    role: 'csi-tenant',
    meta: { cluster: 'sandbox' },
    orphan: true,
  });
  later(20);
  await portal('POST', 'auth/token/renew-self');
  await portal('POST', 'auth/token/renew-accessor', { accessor });
  expect(at((await look()).body, 'data', 'ttl')).toBe(2592000);
  await portal('POST', 'auth/token/revoke-accessor', { accessor });
  const gone = await look();
  expect(gone.status).toBe(400);
  expect(JSON.stringify(gone.body)).toContain('invalid accessor');
  const dead = await as(token)('GET', 'csi/sandbox.payments/data/k');
  expect(JSON.stringify(dead.body)).toContain('invalid token');
  later(25);
  const { status } = await portal('GET', 'auth/token/lookup-self');
  expect(status).toBe(403);
});

it('judges by the most specific path', async () => {
  const capability = (path: string, can: string) =>
    `path "${path}" { capabilities = ["${can}"] } # why\n`;
  const policy =
    capability('a/*', 'read') +
    capability('a/b/*', 'deny') +
    capability('a/+/c', 'list') +
    capability('a/b/d', 'update');
  await root('PUT', 'sys/policies/acl/p', { policy });
  const { body } = await root('POST', 'auth/token/create', { policies: ['p'] });
  const token = as(textOf(at(body, 'auth', 'client_token')));
  const paths = ['a/x', 'a/b/x', 'a/x/c', 'a/b/c', 'a/b/d', 'b'];
  const answer = await token('POST', 'sys/capabilities-self', { paths });
  expect(at(answer.body, 'data')).toEqual({
    'a/x': ['read'],
    'a/b/x': ['deny'],
    'a/x/c': ['list'],
    'a/b/c': ['deny'],
    'a/b/d': ['update'],
    b: ['deny'],
  });
});

it('keeps versions of a key, and says which are gone', async () => {
  const at_ = (area: string) => `csi/sandbox.payments/${area}/k`;
  await root('PUT', at_('data'), value);
  await root('PUT', at_('data'), value);
  const cas = await root('PUT', at_('data'), { ...value, options: { cas: 1 } });
  expect(cas.status).toBe(400);
  await root('DELETE', at_('data'));
  expect((await root('GET', at_('data'))).status).toBe(404);
  await root('POST', at_('undelete'), { versions: [2] });
  expect((await root('GET', at_('data'))).status).toBe(200);
  await root('PUT', at_('destroy'), { versions: [1] });
  const { body } = await root('GET', at_('metadata'));
  expect(at(body, 'data', 'versions', '1', 'destroyed')).toBe(true);
  expect(at(body, 'data', 'current_version')).toBe(2);
});

it('serves nothing but its state while sealed', async () => {
  await root('PUT', 'sys/seal');
  expect((await portal('GET', 'sys/health')).status).toBe(503);
  expect((await portal('GET', 'sys/health?sealedcode=299')).status).toBe(299);
  const refused = await portal('GET', 'sys/mounts');
  expect(refused).toMatchObject({
    status: 503,
    body: { errors: ['Vault is sealed'] },
  });
  const [one, two] = sandbox.vault.unsealKeys;
  const half = await portal('PUT', 'sys/unseal', { key: one });
  expect(half.body).toMatchObject({ sealed: true, progress: 1, t: 2, n: 3 });
  await portal('PUT', 'sys/unseal', { key: two });
  expect((await portal('GET', 'sys/mounts')).status).toBe(200);
});
