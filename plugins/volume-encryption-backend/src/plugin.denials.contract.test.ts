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

const REAL = {
  ...{ kind: 'component', namespace: 'default', name: 'ledger' },
  ...{ cluster: 'sandbox', claimNamespace: 'payments', claim: 'ledger-data' },
  kms: 'vault',
};
const NOWHERE = {
  ...{ kind: 'component', namespace: 'default', name: 'ledger' },
  ...{ cluster: 'nowhere', claimNamespace: 'nothing', claim: 'nothing' },
  kms: 'nowhere',
};
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

/** The routes that the policy is asked for; a caller asks for his own rights. */
function guarded(names: typeof REAL) {
  return contractRequests(names).filter(
    ({ method, path }) => method === 'get' && path !== '/capabilities',
  );
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

  it.each(contractOperations())('to %s is denied', async operation => {
    for (const requests of [realRequests, nowhereRequests]) {
      const asked = Object.values(requests).find(
        it => it.operation === operation,
      );
      if (!asked) throw new Error(`no request for ${operation}`);
      const { cluster } = asked;
      for (const [path, eventId] of [
        ['/plans', 'operation-plan'],
        ['/operations', 'operation-run'],
      ]) {
        await expectDenied(() => portal.post(path, asked));
        const meta = { actionType: operation, cluster };
        expect(portal.audit).toMatchObject([{ eventId, meta }]);
      }
    }
  });

  it('there is no other way to write', () => {
    const posts = contractRequests(REAL).filter(it => it.method !== 'get');
    expect(posts).toEqual([
      { method: 'post', path: '/plans' },
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

describe('without signing in', () => {
  beforeAll(() => open(false));
  afterAll(() => portal.stop());
  const nobody = { authorization: mockCredentials.none.header() };

  it.each(contractRequests(REAL))('$method $path is 401', async request => {
    const { method, path } = request;
    const bodies =
      method === 'post' ? Object.values(realRequests) : [undefined];
    for (const body of bodies) {
      const writes = await writesDuring(async () => {
        const { status } = await (body
          ? portal.post(path, body, nobody)
          : portal.get(path, nobody));
        expect(status).toBe(401);
      });
      expect(writes).toEqual([]);
    }
  });
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
    ['list-tenants', {}],
    ['inspect-tenant', tenant],
    ['onboard-tenant', { ...tenant, ...connection, owner: 'payments' }],
    ['rotate-tenant-credential', { ...tenant, ...connection }],
  ]);

  it('are all denied, and audited once', async () => {
    const { body } = await portal.get('/.backstage/actions/v1/actions');
    expect(body.actions).toHaveLength(inputs.size);
    for (const { id, name } of body.actions) {
      portal.audit.length = 0;
      const writes = await writesDuring(async () => {
        const path = `/.backstage/actions/v2/actions/${id}/invoke`;
        const answer = await portal.post(path, { input: inputs.get(name) });
        expect([name, answer.status]).toEqual([name, 403]);
      });
      expect(portal.audit).toEqual([
        {
          eventId: expect.any(String),
          meta: expect.objectContaining({ requestedBy: 'user:default/mock' }),
          outcome: expect.stringMatching(DENIED),
        },
      ]);
      expect(writes).toEqual([]);
    }
  });
});
