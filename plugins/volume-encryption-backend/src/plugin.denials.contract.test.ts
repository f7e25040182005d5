import { mockCredentials } from '@backstage/backend-test-utils';
import { volumeEncryptionPermissions } from 'backstage-plugin-volume-encryption-common';
import { startSandbox, type Sandbox } from 'sandbox';
import {
  contractOperations,
  contractRequests,
  operationRequests,
} from './__testUtils__/contractRequests';
import { sandboxConfig } from './__testUtils__/sandboxConfig';
import {
  componentOf,
  quiet,
  startPortal,
  type Portal,
  type PortalOptions,
} from './__testUtils__/startPortal';
import { watchRequests } from './faults/__testUtils__/watchRequests';
import { volumeEncryptionPlugin } from './plugin';

jest.setTimeout(60_000);

const ENTITY = { kind: 'component', namespace: 'default', name: 'ledger' };
const REAL = new Map(
  Object.entries({
    ...ENTITY,
    cluster: 'sandbox',
    claimNamespace: 'payments',
    claim: 'ledger-data',
    kms: 'vault',
    of: 'kms/vault',
    by: 'cluster',
    storageClass: 'ceph-rbd-encrypted',
  }),
);
const NOWHERE = new Map(
  Object.entries({
    ...ENTITY,
    cluster: 'nowhere',
    claimNamespace: 'nothing',
    claim: 'nothing',
    kms: 'nowhere',
    of: 'kms/nowhere',
    by: 'cluster',
    storageClass: 'nothing',
  }),
);
const realRequests = operationRequests({
  ...{ cluster: 'sandbox', namespace: 'payments', kmsId: 'vault-tokens' },
});
const nowhereRequests = operationRequests({
  ...{ cluster: 'nowhere', namespace: 'nothing', kmsId: 'nothing' },
});
const DENIED = /^You lack the permission/;

let sandbox: Sandbox;
let portal: Portal;

beforeAll(async () => {
  // Who plays Ceph CSI tries once what is stuck, and not again in this test.
  const retry = { first: 600_000, most: 600_000 };
  sandbox = await startSandbox({ seed: true, retry });
  const played: string[] = [];
  const end = watchRequests({ before: name => played.push(name) });
  await quiet(played);
  end();
});
afterAll(() => sandbox?.stop());

async function open(denied: PortalOptions['denied']) {
  portal = await startPortal({
    plugin: volumeEncryptionPlugin,
    config: sandboxConfig(sandbox),
    entities: [componentOf('ledger', 'payments')],
    denied,
  });
}

/** What else than the portal was asked to change something meanwhile. */
async function writesDuring(act: () => Promise<void>): Promise<string[]> {
  const writes: string[] = [];
  const end = watchRequests({ before: name => writes.push(name) });
  await act();
  end();
  return writes.filter(name => !name.includes('/api/volume-encryption/'));
}

/** Denied with our error body and one audit event, and nothing is written. */
async function expectDenied(ask: () => ReturnType<Portal['get']>) {
  portal.audit.length = 0;
  const writes = await writesDuring(async () => {
    const { status, body } = await ask();
    expect([status, body.error]).toEqual([
      403,
      {
        name: 'VolumeEncryptionError',
        code: 'not-allowed',
        message: expect.stringMatching(DENIED),
      },
    ]);
  });
  expect(portal.audit).toEqual([
    expect.objectContaining({ outcome: expect.stringMatching(DENIED) }),
  ]);
  expect(writes).toEqual([]);
}

/** Fails for a parameter without a name, as of a route that is new. */
function requestsOf(names: ReadonlyMap<string, string>) {
  return contractRequests(parameter => {
    const name = names.get(parameter);
    if (!name) throw new Error(`give a name for parameter ${parameter}`);
    return name;
  });
}

/** The routes that the policy is asked for; a caller asks for his own rights. */
function guarded(names: ReadonlyMap<string, string>) {
  return requestsOf(names).filter(
    ({ method, path }) => method === 'get' && path !== '/capabilities',
  );
}

/** Each request, to be planned and to be carried out; of a claim to look ahead. */
function asked(requests: ReturnType<typeof operationRequests>) {
  const toDo = Object.values(requests).flatMap(request => [
    { path: '/plans', eventId: 'operation-plan', request },
    { path: '/operations', eventId: 'operation-run', request },
  ]);
  const { claim: request } = requests;
  return [...toDo, { path: '/preflights', eventId: 'preflight', request }];
}

describe('without a permission', () => {
  beforeAll(() => open(true));
  afterAll(() => portal.stop());

  it.each([...guarded(REAL), ...guarded(NOWHERE)])(
    '$path is denied, whether it is there or not',
    async ({ path }) => {
      await expectDenied(() => portal.get(path));
      expect(portal.audit[0].eventId).toMatch(/^[a-z-]+-read$/);
    },
  );

  it.each([...asked(realRequests), ...asked(nowhereRequests)])(
    '$path of $request.operation on $request.cluster is denied',
    async ({ path, eventId, request }) => {
      await expectDenied(() => portal.post(path, request));
      const { operation: actionType, cluster } = request;
      const meta = { actionType, cluster };
      expect(portal.audit).toMatchObject([{ eventId, meta }]);
    },
  );

  it('every operation is one of those', () => {
    expect(Object.keys(realRequests).sort()).toEqual(
      contractOperations().sort(),
    );
  });

  it('there is no other way to ask for a write', () => {
    const posts = requestsOf(REAL).filter(it => it.method !== 'get');
    expect(posts).toEqual([
      { method: 'post', path: '/plans' },
      { method: 'post', path: '/preflights' },
      { method: 'post', path: '/operations' },
    ]);
  });

  it('what one may do is told: nothing', async () => {
    const path = '/capabilities?entityRef=component%3Aledger';
    const { status, body } = await portal.get(path);
    expect(status).toBe(200);
    expect(body.items).toHaveLength(volumeEncryptionPermissions.length);
    for (const { allowed } of body.items) expect(allowed).toBe(false);
    const unknown = await portal.get(path.replace('ledger', 'nobody'));
    expect(unknown.body.items).toEqual(expect.arrayContaining(body.items));
  });
});

describe('a service that asks for itself, with every permission', () => {
  beforeAll(() => open(false));
  afterAll(() => portal.stop());
  const authorization = mockCredentials.service.header();

  it.each(asked(realRequests))(
    'does not get $path of $request.operation',
    async ({ path, eventId, request }) => {
      portal.audit.length = 0;
      const writes = await writesDuring(async () => {
        const answer = await portal.post(path, request, { authorization });
        expect([answer.status, answer.body.error.code]).toEqual([
          403,
          'not-allowed',
        ]);
      });
      expect(writes).toEqual([]);
      expect(portal.audit).toEqual([
        expect.objectContaining({
          eventId,
          outcome: expect.stringMatching(/^Operations are .* for a user\./),
        }),
      ]);
    },
  );
});

describe('without signing in', () => {
  beforeAll(() => open(false));
  afterAll(() => portal.stop());
  const nobody = { authorization: mockCredentials.none.header() };

  const reads = requestsOf(REAL).filter(it => it.method === 'get');

  it.each(reads)('$path is 401', async ({ path }) => {
    expect((await portal.get(path, nobody)).status).toBe(401);
  });

  it.each(asked(realRequests))(
    '$path of $request.operation is 401',
    async ({ path, request }) => {
      let status = 0;
      const writes = await writesDuring(async () => {
        ({ status } = await portal.post(path, request, nobody));
      });
      expect([status, writes]).toEqual([401, []]);
    },
  );
});

describe('the actions, without a permission but to see them', () => {
  beforeAll(() => open({ allBut: ['volume-encryption.view'] }));
  afterAll(() => portal.stop());

  const tenant = { cluster: 'sandbox', namespace: 'payments' };
  const entity = { entityRef: 'component:default/ledger' };
  const connection = { kmsId: 'vault-tokens' };
  const inputs = new Map<string, object>([
    ['list-entity-volumes', entity],
    ['verify-volume', { ...entity, ...tenant, claim: 'ledger-data' }],
    [
      'preflight-volume',
      { ...entity, ...tenant, name: 'new', storageClass: 'any', size: '1Gi' },
    ],
    ['list-tenants', {}],
    ['inspect-tenant', tenant],
    ['onboard-tenant', { ...tenant, ...connection, owner: 'payments' }],
    ['rotate-tenant-credential', { ...tenant, ...connection }],
  ]);

  async function invoked(id: string, input: object | undefined) {
    portal.audit.length = 0;
    let status = 0;
    const writes = await writesDuring(async () => {
      const path = `/.backstage/actions/v2/actions/${id}/invoke`;
      ({ status } = await portal.post(path, { input }));
    });
    return { id, status, audit: [...portal.audit], writes };
  }

  it('are all denied, and audited once', async () => {
    const { body } = await portal.get('/.backstage/actions/v1/actions');
    expect(body.actions).toHaveLength(inputs.size);
    for (const { id, name } of body.actions) {
      expect(await invoked(id, inputs.get(name))).toEqual({
        id,
        status: 403,
        audit: [
          {
            eventId: expect.any(String),
            meta: expect.objectContaining({ requestedBy: 'user:default/mock' }),
            outcome: expect.stringMatching(DENIED),
          },
        ],
        writes: [],
      });
    }
  });
});
