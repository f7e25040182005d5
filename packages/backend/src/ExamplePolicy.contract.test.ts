import { setTimeout as sleep } from 'node:timers/promises';
import { startSandbox, type Sandbox } from 'sandbox';
import { startExamplePortal } from './__testUtils__/startExamplePortal';

jest.setTimeout(90_000);

const paula = 'user:default/paula';
const iris = 'user:default/iris';
const pete = 'user:default/pete';
const carla = 'user:default/carla';
const groups = {
  [paula]: ['group:default/payments'],
  [iris]: ['group:default/insurance'],
  [pete]: ['group:default/platform'],
  [carla]: ['group:default/custodians'],
};

const LEDGER = 'component:default/ledger';
const place = { cluster: 'sandbox', namespace: 'payments' };
const tenant = { ...place, kmsId: 'vault-tenant-sa' };
const claim = {
  operation: 'claim',
  entityRef: LEDGER,
  ...place,
  name: 'ledger-more',
  storageClass: 'ceph-rbd-encrypted',
  size: '1Gi',
};
const rotation = {
  operation: 'key-rotation',
  entityRef: LEDGER,
  ...place,
  name: 'ledger-data',
  schedule: '@weekly',
};
const DONE = { status: 200 };
const IN_USE = { status: 409, code: 'in-use' };
const INVALID = { status: 400, code: 'invalid-input' };

/** What becomes of each where it is allowed, planned or carried out. */
const platformRequests = [
  {
    asked: { operation: 'tenant-onboard', ...tenant, owner: 'payments' },
    outcome: DONE,
  },
  // A ServiceAccount has no token to renew.
  { asked: { operation: 'tenant-renew', ...tenant }, outcome: INVALID },
  { asked: { operation: 'tenant-rotate', ...tenant }, outcome: DONE },
  { asked: { operation: 'tenant-offboard', ...tenant }, outcome: IN_USE },
  {
    asked: { operation: 'namespace-consent', ...place, owner: 'payments' },
    outcome: DONE,
  },
  {
    asked: {
      operation: 'kms-connection-removal',
      cluster: 'sandbox',
      kmsId: 'vault-tokens',
    },
    outcome: IN_USE,
  },
];
const shred = {
  operation: 'tenant-shred',
  ...tenant,
  confirm: 'sandbox.payments',
};

describe('the example policy, asked of the real permission backend', () => {
  let sandbox: Sandbox;
  let portal: Awaited<ReturnType<typeof startExamplePortal>>;

  const ask = (user: string, path: string) =>
    portal.get(user, `volume-encryption/${path}`);
  const volumes = (user: string) =>
    ask(user, 'entities/component/default/ledger/volumes');

  beforeAll(async () => {
    sandbox = await startSandbox({ seed: true });
    portal = await startExamplePortal(sandbox, groups);
    for (let tries = 0; tries < 300; tries++) {
      const { status } = await volumes(paula);
      if (status === 200) return;
      await sleep(100);
    }
  }, 90_000);
  afterAll(async () => {
    await portal?.stop();
    await sandbox?.stop();
  });

  /** What became of it: a status and, where it is ours, an error's code. */
  async function posted(user: string, route: string, asked: object) {
    const path = `volume-encryption/${route}`;
    const { status, body } = await portal.post(user, path, asked);
    return { status, code: body.error?.code };
  }
  /** The same for the plan and for carrying it out, in this order. */
  const outcomes = async (user: string, asked: object) => [
    await posted(user, 'plans', asked),
    await posted(user, 'operations', asked),
  ];
  const both = (outcome: object) => [outcome, outcome];

  async function capabilities(user: string): Promise<string[]> {
    const entityRef = encodeURIComponent(LEDGER);
    const { body } = await ask(user, `capabilities?entityRef=${entityRef}`);
    const items: { permission: string; allowed: boolean }[] = body.items;
    return items
      .filter(({ allowed }) => allowed)
      .map(({ permission }) => permission.replace('volume-encryption.', ''))
      .sort();
  }

  const DENIED = { status: 403, code: 'not-allowed' };

  it('lets an owner read, make and change the volumes of his component', async () => {
    const { status, body } = await volumes(paula);
    expect([status, body.total]).toEqual([200, 2]);
    expect(await outcomes(paula, claim)).toEqual(both(DONE));
    // The sandbox has no csi-addons.
    expect(await outcomes(paula, rotation)).toEqual(both(INVALID));
    expect(await capabilities(paula)).toEqual([
      'entity.volumes.create',
      'entity.volumes.read',
      'entity.volumes.update',
      'view',
    ]);
  });

  it.each([iris, pete, carla])('lets %s do none of it', async user => {
    const { status, body } = await volumes(user);
    expect([status, body.error.code]).toEqual([403, 'not-allowed']);
    expect(await outcomes(user, claim)).toEqual(both(DENIED));
    expect(await outcomes(user, rotation)).toEqual(both(DENIED));
    expect((await capabilities(user)).join()).not.toContain('entity');
  });

  it('lets the platform team run tenants and connections, not destroy keys', async () => {
    expect((await ask(pete, 'tenants')).status).toBe(200);
    for (const { asked, outcome } of platformRequests) {
      expect(await outcomes(pete, asked)).toEqual(both(outcome));
    }
    expect(await outcomes(pete, shred)).toEqual(both(DENIED));
    expect(await capabilities(pete)).toEqual([
      'kms-connection.update',
      'platform.read',
      'storage-class.create',
      'tenant.create',
      'tenant.delete',
      'tenant.update',
      'view',
    ]);
  });

  it('lets the custodians destroy keys, and nothing else', async () => {
    // Not offboarded.
    expect(await outcomes(carla, shred)).toEqual(both(IN_USE));
    for (const { asked } of platformRequests) {
      expect(await outcomes(carla, asked)).toEqual(both(DENIED));
    }
    expect(await capabilities(carla)).toEqual(['tenant.keys.destroy', 'view']);
    expect((await ask(carla, 'tenants')).status).toBe(403);
  });

  it('lets the custodians choose what to shred, and see what was', async () => {
    const connections = await ask(carla, 'clusters/sandbox/kms-connections');
    expect(connections.status).toBe(200);
    const { items } = connections.body;
    expect(items).toContainEqual(
      expect.objectContaining({ kmsId: 'vault-tenant-sa' }),
    );
    const told: string[] = items.flatMap(Object.keys);
    expect(new Set(told)).toEqual(
      new Set(['cluster', 'kmsId', 'kmsType', 'reasons']),
    );
    expect((await ask(carla, 'receipts')).status).toBe(200);
    expect((await ask(paula, 'receipts')).status).toBe(403);
  });

  it.each([paula, iris])('lets %s run no tenant', async user => {
    expect((await ask(user, 'tenants')).status).toBe(403);
    for (const asked of [...platformRequests.map(it => it.asked), shred]) {
      expect(await outcomes(user, asked)).toEqual(both(DENIED));
    }
  });
});
