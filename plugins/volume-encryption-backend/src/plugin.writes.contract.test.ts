import { connect, startSandbox, type Sandbox } from 'sandbox';
import { sandboxConfig } from './__testUtils__/sandboxConfig';
import {
  componentOf,
  eventually,
  startPortal,
  type Portal,
} from './__testUtils__/startPortal';
import { volumeEncryptionPlugin } from './plugin';

jest.setTimeout(60_000);

const VOLUMES = '/entities/component/default/ledger/volumes';

let sandbox: Sandbox;
let portal: Portal;

beforeAll(async () => {
  sandbox = await startSandbox({ seed: true });
  portal = await startPortal({
    plugin: volumeEncryptionPlugin,
    config: sandboxConfig(sandbox),
    entities: [componentOf('ledger', 'payments')],
  });
});
afterAll(async () => {
  await portal?.stop();
  await sandbox?.stop();
});

const claim = {
  operation: 'claim',
  entityRef: 'component:default/ledger',
  cluster: 'sandbox',
  namespace: 'payments',
  name: 'ledger-archive',
  storageClass: 'ceph-rbd-encrypted',
  size: '2Gi',
};

it('a plan changes nothing and is not audited', async () => {
  const { status, body } = await portal.post('/plans', claim);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    operation: 'claim',
    steps: [{ change: 'create' }],
    manifests: expect.stringContaining('kind: PersistentVolumeClaim'),
  });
  expect(portal.audit).toEqual([]);
  const volume = await portal.get(`${VOLUMES}/sandbox/payments/${claim.name}`);
  expect(volume.status).toBe(404);
});

it('a claim is made for its entity, and is seen to be encrypted', async () => {
  const first = await portal.post('/operations', claim);
  expect(first.status).toBe(200);
  expect(first.body.steps).toMatchObject([{ outcome: 'created' }]);
  expect(portal.audit).toEqual([
    {
      eventId: 'operation-run',
      meta: expect.objectContaining({ name: 'ledger-archive' }),
      outcome: 'success',
    },
  ]);
  const again = await portal.post('/operations', claim);
  expect(again.body.steps).toMatchObject([{ outcome: 'unchanged' }]);
  const { body } = await eventually(
    () => portal.get(`${VOLUMES}/sandbox/payments/${claim.name}`),
    answer => answer.body.phase === 'Bound',
  );
  expect(body).toMatchObject({
    protection: { verdict: 'volume/customer-key', state: 'prepared' },
    remount: { verdict: 'ready' },
  });
});

it('a tenant gets a token that nobody else sees', async () => {
  await onboard('orders');
  const { status, text, body } = await portal.post('/operations', {
    operation: 'tenant-secret',
    cluster: 'sandbox',
    namespace: 'orders',
    kmsId: 'vault-tokens',
  });
  expect([status, body.operation]).toEqual([200, 'tenant-secret']);
  expect(text + JSON.stringify(portal.audit)).not.toMatch(/hvs\.|accessor/);
  const { body: namespaces } = await eventually(
    () => portal.get('/clusters/sandbox/namespaces'),
    answer => answer.text.includes('"vaulttokens"'),
  );
  expect(namespaces.items).toContainEqual({
    cluster: 'sandbox',
    namespace: 'orders',
    id: 'sandbox.orders',
    owner: 'group:default/orders',
    custodies: ['vaulttokens'],
  });
});

it('an encrypted class becomes the default, and is seen to be', async () => {
  const defaultsOf = async () =>
    (await portal.get('/storage-classes')).body.defaults;
  expect(await defaultsOf()).toMatchObject([
    { names: [], reasons: [{ code: 'default-class-missing' }] },
  ]);
  portal.audit.length = 0;
  const name = 'ceph-rbd-encrypted';
  const request = {
    operation: 'storage-class-default',
    cluster: 'sandbox',
    name,
  };
  const { status, body } = await portal.post('/operations', request);
  expect([status, body.steps[0].outcome]).toEqual([200, 'updated']);
  expect(portal.audit).toEqual([
    {
      eventId: 'operation-run',
      meta: {
        actionType: 'storage-class-default',
        cluster: 'sandbox',
        name,
      },
      outcome: 'success',
    },
  ]);
  const defaults = await eventually(
    defaultsOf,
    ([{ names }]) => names.length > 0,
  );
  expect(defaults).toMatchObject([
    {
      cluster: 'sandbox',
      names: [name],
      reasons: [{ code: 'default-class-encrypted' }],
    },
  ]);
});

it('a class is tested up to Bound where no node runs pods', async () => {
  portal.audit.length = 0;
  const request = {
    operation: 'smoke-test',
    ...{ cluster: 'sandbox', namespace: 'payments' },
    storageClass: 'ceph-rbd-encrypted',
  };
  const { status, body } = await portal.post('/operations', request);
  expect([status, body.error]).toEqual([200, undefined]);
  expect(body.references).toEqual([]);
  expect(body.notes).toMatchObject([
    { code: 'smoke-test-bound', severity: 'ok' },
    {
      code: 'smoke-test-verdict',
      severity: 'ok',
      message: expect.stringContaining('volume/customer-key, state prepared'),
    },
    {
      code: 'smoke-test-inconclusive',
      message: expect.stringContaining('Tested up to Bound'),
    },
  ]);
  const { operation: actionType, ...names } = request;
  const meta = { actionType, ...names };
  expect(portal.audit).toMatchObject([{ meta, outcome: 'success' }]);
});

/** As the platform does it: a namespace that names whom it serves. */
async function onboard(team: string) {
  const { url, tokens } = sandbox.kubernetes;
  const headers = { authorization: `Bearer ${tokens.admin}` };
  const { status } = await connect({ url, headers })(
    'POST',
    '/api/v1/namespaces',
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: team,
        annotations: {
          'volume-encryption.backstage.io/owner': `group:default/${team}`,
        },
      },
    },
  );
  expect(status).toBe(201);
}

it.each([
  [{ ...claim, cluster: 'nowhere' }, 404, 'unknown-cluster'],
  [{ ...claim, storageClass: 'nothing' }, 404, 'unknown-storage-class'],
  [{ ...claim, name: '..' }, 400, 'invalid-input'],
  [{ ...claim, size: '5GB' }, 400, 'invalid-input'],
  [{ ...claim, entityRef: 'ledger' }, 400, 'invalid-input'],
  [{ ...claim, entityRef: 'component:default/nobody' }, 404, 'not-found'],
])('%j is refused with %i', async (request, expected, code) => {
  for (const path of ['/plans', '/operations']) {
    const { status, body } = await portal.post(path, request);
    expect([status, body.error.code]).toEqual([expected, code]);
  }
});
