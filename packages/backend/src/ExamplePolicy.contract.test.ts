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
const platformRequests = [
  { operation: 'tenant-onboard', ...tenant, owner: 'payments' },
  { operation: 'tenant-renew', ...tenant },
  { operation: 'tenant-rotate', ...tenant },
  { operation: 'tenant-offboard', ...tenant },
  { operation: 'namespace-consent', ...place, owner: 'payments' },
  {
    operation: 'kms-connection-removal',
    cluster: 'sandbox',
    kmsId: 'vault-tokens',
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

  /** What became of the plan: a status and, where it is ours, an error's code. */
  async function planned(user: string, asked: object) {
    const route = 'volume-encryption/plans';
    const { status, body } = await portal.post(user, route, asked);
    return { status, code: body.error?.code };
  }

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
    expect(await planned(paula, claim)).toEqual({ status: 200 });
    expect(await planned(paula, rotation)).not.toEqual(DENIED);
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
    expect(await planned(user, claim)).toEqual(DENIED);
    expect(await planned(user, rotation)).toEqual(DENIED);
    expect((await capabilities(user)).join()).not.toContain('entity');
  });

  it('lets the platform team run tenants and connections, not destroy keys', async () => {
    expect((await ask(pete, 'tenants')).status).toBe(200);
    for (const asked of platformRequests) {
      expect(await planned(pete, asked)).not.toEqual(DENIED);
    }
    expect(await planned(pete, shred)).toEqual(DENIED);
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
    expect(await planned(carla, shred)).not.toEqual(DENIED);
    for (const asked of platformRequests) {
      expect(await planned(carla, asked)).toEqual(DENIED);
    }
    expect(await capabilities(carla)).toEqual(['tenant.keys.destroy', 'view']);
  });

  it.each([paula, iris])('lets %s run no tenant', async user => {
    expect((await ask(user, 'tenants')).status).toBe(403);
    for (const asked of [...platformRequests, shred]) {
      expect(await planned(user, asked)).toEqual(DENIED);
    }
  });
});
