import { connect, startSandbox, type Sandbox } from 'sandbox';
import { forwardTo } from './__testUtils__/forwardTo';
import { sandboxConfig } from './__testUtils__/sandboxConfig';
import {
  componentOf,
  eventually,
  startPortal,
  type Portal,
} from './__testUtils__/startPortal';
import {
  startServer,
  type TestServer,
} from './network/__testUtils__/startServer';
import { volumeEncryptionPlugin } from './plugin';

jest.setTimeout(60_000);

const FLEET = '/entities/component/default/fleet/volumes';
const CLAIMS = '/api/v1/namespaces/payments/persistentvolumeclaims';

const nameOf = (number: number) => `fleet-${String(number).padStart(3, '0')}`;
const names = Array.from({ length: 120 }, (_, number) => nameOf(number));

let sandbox: Sandbox;
let vault: TestServer;
let portal: Portal;

function asAdmin(
  method: string,
  path: string,
  body?: Parameters<ReturnType<typeof connect>>[2],
) {
  const { url, tokens } = sandbox.kubernetes;
  const headers = { authorization: `Bearer ${tokens.admin}` };
  return connect({ url, headers })(method, path, body);
}

async function addClaim(name: string) {
  const { status } = await asAdmin('POST', CLAIMS, {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name, labels: { 'backstage.io/kubernetes-id': 'fleet' } },
    spec: {
      storageClassName: 'ceph-rbd-encrypted',
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: '1Gi' } },
    },
  });
  expect(status).toBe(201);
}

/** A page of the fleet's volumes, once as many of them are known as wanted. */
async function page(query: string, total: number) {
  const { body } = await eventually(
    () => portal.get(`${FLEET}?${query}`),
    answer => answer.body.total === total,
  );
  const { volumes, ...rest } = body;
  const claims: string[] = volumes.map(({ claim }: { claim: string }) => claim);
  return { ...rest, claims };
}

beforeAll(async () => {
  sandbox = await startSandbox({ seed: true });
  vault = await startServer(forwardTo(sandbox.vault.url));
  const { clusters, kms } = sandboxConfig(sandbox);
  const [{ address, ...rest }] = kms;
  portal = await startPortal({
    plugin: volumeEncryptionPlugin,
    config: {
      clusters,
      kms: [{ ...rest, address: vault.url, otherAddresses: [address] }],
    },
    entities: [componentOf('fleet', 'payments')],
  });
  await Promise.all(names.map(addClaim));
});
afterAll(async () => {
  await portal?.stop();
  await vault?.stop();
  await sandbox?.stop();
});

it('asks for the keys of the volumes on the page, and of no others', async () => {
  const { body } = await eventually(
    () => portal.get(`${FLEET}?limit=20&offset=40`),
    ({ text }) => text.split('"presence":"present"').length === 21,
  );
  expect(body).toMatchObject({ total: 120, limit: 20, offset: 40 });
  const asked = vault.requests.flatMap(({ path }) =>
    // Those of one key: a list of names is a question about none of them.
    /\/metadata\/[^?]+$/.test(path) ? [path] : [],
  );
  expect(new Set(asked).size).toBe(20);
});

it('has every volume on one of its pages, in order', async () => {
  const pages = [
    await page('', 120),
    await page('offset=50', 120),
    await page('offset=100', 120),
  ];
  expect(pages.map(({ limit, offset }) => [limit, offset])).toEqual([
    [50, 0],
    [50, 50],
    [50, 100],
  ]);
  expect(pages.flatMap(({ claims }) => claims)).toEqual(names);
});

it('tells of the moment: a claim that comes or goes moves those behind it', async () => {
  const first = await page('', 120);
  expect(first.claims).toEqual(names.slice(0, 50));

  await addClaim('fleet-000-more');
  const second = await page('offset=50', 121);
  expect(second.claims).toEqual(names.slice(49, 99));

  await asAdmin('DELETE', `${CLAIMS}/fleet-000-more`);
  await asAdmin('DELETE', `${CLAIMS}/${names[119]}`);
  const third = await page('offset=100', 119);
  expect(third.claims).toEqual(names.slice(100, 119));
  await addClaim(names[119]);
});

it('is empty beyond the end, with the total', async () => {
  expect(await page('offset=120', 120)).toMatchObject({
    claims: [],
    offset: 120,
    problems: [],
  });
});

it('holds as many as the limit allows', async () => {
  const most = await page('limit=500', 120);
  expect(most.claims).toEqual(names);
  const least = await page('limit=1&offset=119', 120);
  expect(least.claims).toEqual([nameOf(119)]);
});

it.each([
  ['search=LEET-11', names.slice(110)],
  ['search=FLEET-00&limit=3&offset=8', names.slice(8, 10)],
  ['search=pay&limit=2', names.slice(0, 2)],
  ['search=Sandbox&limit=2', names.slice(0, 2)],
  ['search=', names.slice(0, 50)],
  ['search=fleet%2F', []],
])('finds by part of a name: %s', async (query, claims) => {
  const { body } = await portal.get(`${FLEET}?${query}`);
  expect(body.volumes).toEqual(
    claims.map(claim => expect.objectContaining({ claim })),
  );
  const isNarrow = /leet/i.test(query);
  expect(body.total > 100).toBe(!isNarrow);
});

it.each([
  ['limit=0', 'limit'],
  ['limit=501', 'limit'],
  ['limit=2.5', 'limit'],
  ['limit=many', 'limit'],
  ['limit=', 'limit'],
  ['limit=1&limit=2', 'limit'],
  ['offset=-1', 'offset'],
  ['offset=1.5', 'offset'],
  ['offset=first', 'offset'],
  [`search=${'x'.repeat(254)}`, 'search'],
  ['search=a&search=b', 'search'],
  ['page=2', 'page'],
])('refuses %s and names the parameter', async (query, field) => {
  const { status, body } = await portal.get(`${FLEET}?${query}`);
  expect(status).toBe(400);
  expect(body.error).toMatchObject({ code: 'invalid-input', field });
  expect(body.error.message).toContain(field);
});
