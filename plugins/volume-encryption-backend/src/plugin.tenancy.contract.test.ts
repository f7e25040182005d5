import { startSandbox, type Sandbox } from 'sandbox';
import { sandboxConfig } from './__testUtils__/sandboxConfig';
import {
  componentOf,
  eventually,
  startPortal,
  type Portal,
} from './__testUtils__/startPortal';
import { volumeEncryptionPlugin } from './plugin';

jest.setTimeout(60_000);

/** The plugin with all its parts as it wires them, asked over HTTP. */
describe('what the portal tells the platform team', () => {
  let sandbox: Sandbox;
  let portal: Portal;

  beforeAll(async () => {
    sandbox = await startSandbox({ seed: true });
    portal = await startPortal({
      plugin: volumeEncryptionPlugin,
      config: sandboxConfig(sandbox),
      entities: [componentOf('ledger', 'payments')],
    });
    await eventually(
      () => portal.get('/tenants'),
      ({ body }) => body.total === 2,
    );
  });
  afterAll(async () => {
    await portal?.stop();
    await sandbox?.stop();
  });

  it('of tenants', async () => {
    const { body } = await portal.get('/tenants?search=pay');
    expect(body).toMatchObject({
      total: 1,
      items: [
        { id: 'sandbox.payments', kms: 'vault', credential: { state: 'live' } },
      ],
    });
  });

  it('of one tenant, asked now', async () => {
    const { status, body } = await portal.get('/tenants/sandbox/payments');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      mount: 'csi/sandbox.payments',
      keys: { total: 1, items: [{ key: { writtenByTenant: true } }] },
      problems: [],
    });
  });

  it('of isolation, clean on a set-up as it is rendered', async () => {
    const { status, body } = await portal.get('/kms/vault/isolation');
    expect(status).toBe(200);
    expect(body).toMatchObject({ clean: true, total: 2 });
  });

  it("of the portal's identity, exactly as documented", async () => {
    const { body } = await portal.get('/kms/vault/identity');
    expect(body).toMatchObject({ verdict: 'exact' });
  });

  it('of the set-up and what differs from it', async () => {
    const place = '/kms/vault/custody';
    const setup = await portal.get(`${place}-setup?cluster=sandbox`);
    expect(setup.body.files).toHaveLength(6);
    const drift = await portal.get(`${place}-drift?cluster=sandbox`);
    expect(drift.text).toContain('"object":"sys/policies/acl/csi-tenant-sa"');
    expect(drift.text).not.toContain('"state":"unread"');
  });

  it.each([
    ['/receipts', { total: 0 }],
    ['/clusters/sandbox/kms-source', { style: 'config-map' }],
    [
      '/entities/component/default/ledger/volumes/sandbox/payments/ledger-data/key-rotation',
      { availability: 'not-installed' },
    ],
  ])('of %s', async (path, told) => {
    const { status, body } = await portal.get(path);
    expect(status).toBe(200);
    expect(body).toMatchObject(told);
  });

  it('what the caller may do', async () => {
    const { body } = await portal.get('/capabilities');
    expect(body.items).toContainEqual({
      permission: 'volume-encryption.tenant.keys.destroy',
      allowed: true,
    });
  });
});
