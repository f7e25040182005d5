import { Sandbox, startSandbox } from '../startSandbox';
import { connect, Send } from '../wire/connect';
import { at, textOf } from '../wire/json';

let now = new Date('2026-01-01T00:00:00Z');
let sandbox: Sandbox;
let root: Send;
let portal: Send;
const as = (token: string) => {
  const headers = { 'x-vault-token': token };
  return connect({ url: `${sandbox.vault.url}/v1/`, headers });
};
const later = (hours: number) => {
  now = new Date(now.getTime() + hours * 3_600_000);
};
async function mint(entity_alias: string) {
  const path = 'auth/token/create/csi-tenant';
  const { body } = await portal('POST', path, { entity_alias });
  return textOf(at(body, 'auth', 'accessor'));
}

beforeEach(async () => {
  sandbox = await startSandbox({ clock: () => now, seed: true });
  root = as(sandbox.vault.rootToken);
  portal = as(sandbox.vault.portalToken);
});
afterEach(() => sandbox.stop());

it('renews a token by accessor, and ends it by revocation or time', async () => {
  const accessor = await mint('sandbox.payments');
  const look = () => portal('POST', 'auth/token/lookup-accessor', { accessor });
  later(20);
  await portal('POST', 'auth/token/renew-self');
  await portal('POST', 'auth/token/renew-accessor', { accessor });
  const data = { id: '', ttl: 2592000, role: 'csi-tenant', orphan: true };
  expect(at((await look()).body, 'data')).toMatchObject(data);
  await portal('POST', 'auth/token/revoke-accessor', { accessor });
  expect(JSON.stringify(await look())).toContain('invalid accessor');
  later(25);
  expect(JSON.stringify(await look())).toContain('invalid token');
});

it('judges by the most specific path', async () => {
  const policy = ['a/* read', 'a/b/* deny', 'a/+/c list', 'a/b/d update']
    .map(it => it.split(' '))
    .map(([path, can]) => `path "${path}" { capabilities = ["${can}"] }`)
    .join(' # why\n');
  await root('PUT', 'sys/policies/acl/csi-tenant-token', { policy });
  const accessor = await mint('any');
  const paths = ['a/x', 'a/b/x', 'a/x/c', 'a/b/c', 'a/b/d', 'b'];
  const question = { accessor, paths };
  const { body } = await portal('POST', 'sys/capabilities-accessor', question);
  const wanted = ['read', 'deny', 'list', 'deny', 'update', 'deny'];
  expect(paths.map(path => at(body, path))).toEqual(wanted.map(it => [it]));
});
