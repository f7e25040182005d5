import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  mockServices,
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import knexFactory, { type Knex } from 'knex';
import { TenantCredentialStore } from './TenantCredentialStore';

const tenant = {
  cluster: 'prod',
  namespace: 'payments',
  kms: 'vault',
  tenantId: 'prod.payments',
};
const minted = { accessor: 'an-accessor', expiresAt: '2027-01-01T00:00:00Z' };

const NOW = '2026-12-01T00:00:00.000Z';
let clock = Date.parse(NOW);
beforeEach(() => {
  clock = Date.parse(NOW);
});

const migrations = path.resolve(__dirname, '../../migrations');

/** PostgreSQL only where one is given: a container engine is not asked for. */
const POSTGRES: TestDatabaseId = 'POSTGRES_15';
const postgresIsGiven =
  'BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING' in process.env;

describe('TenantCredentialStore', () => {
  const databases = TestDatabases.create({
    ids: postgresIsGiven ? ['SQLITE_3', POSTGRES] : ['SQLITE_3'],
  });

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    let knex: Knex;
    let store: TenantCredentialStore;

    beforeAll(async () => {
      knex = await databases.init(databaseId);
      store = await storeOn(knex);
    });
    beforeEach(() => knex('tenant_credentials').delete());

    it('follows a credential from intent to delivery', async () => {
      const id = await store.recordIntent(tenant, 'user:default/ada');
      const intent = {
        ...tenant,
        id,
        state: 'intent',
        requestedBy: 'user:default/ada',
      };
      expect(await store.find(id)).toEqual(intent);
      await store.recordMinted(id, minted);
      expect(await store.find(id)).toEqual({
        ...intent,
        ...minted,
        issuedAt: NOW,
        state: 'minted',
      });
      await store.recordDelivered(id, '4711');
      expect(await store.find(id)).toMatchObject({
        state: 'delivered',
        secretVersion: '4711',
      });
    });

    it('refuses a step out of order', async () => {
      const id = await store.recordIntent(tenant, 'user:default/ada');
      await expect(store.recordDelivered(id)).rejects.toMatchObject({
        code: 'conflict',
      });
      await store.recordAbandoned(id);
      await expect(store.recordMinted(id, minted)).rejects.toMatchObject({
        code: 'conflict',
      });
      expect(await store.find(id)).toMatchObject({ state: 'abandoned' });
    });

    it("tells one tenant's live credentials", async () => {
      const former = await store.recordIntent(tenant, 'user:default/ada');
      await store.recordAbandoned(former);
      const live = await store.recordIntent(tenant, 'user:default/ada');
      for (const other of [
        { ...tenant, cluster: 'dev' },
        { ...tenant, namespace: 'orders' },
        { ...tenant, kms: 'vault-2' },
      ]) {
        await store.recordIntent(other, 'user:default/ada');
      }
      expect((await store.live(tenant)).map(({ id }) => id)).toEqual([live]);
    });

    it('remembers how the term of a credential goes', async () => {
      const id = await store.recordIntent(tenant, 'user:default/ada');
      await store.recordMinted(id, minted);
      await store.recordRenewalFailure(id, 'Vault is sealed.');
      await store.recordLost(id);
      expect(await store.find(id)).toMatchObject({
        checkedAt: NOW,
        lastFailure: 'Vault is sealed.',
        lost: true,
      });
      await store.recordCheck(id, { expiresAt: '2027-01-02T00:00:00Z' });
      expect(await store.find(id)).toMatchObject({
        expiresAt: '2027-01-02T00:00:00Z',
        lastFailure: undefined,
        lost: undefined,
      });
      await store.recordLost(id);
      await store.recordRenewed(id, { expiresAt: '2027-02-01T00:00:00Z' });
      expect(await store.find(id)).toEqual({
        ...tenant,
        id,
        state: 'minted',
        accessor: 'an-accessor',
        issuedAt: NOW,
        checkedAt: NOW,
        expiresAt: '2027-02-01T00:00:00Z',
        requestedBy: 'user:default/ada',
      });
    });

    it('tells those of all tenants that are not over, oldest first', async () => {
      const first = await store.recordIntent(tenant, 'user:default/ada');
      const over = await store.recordIntent(tenant, 'user:default/ada');
      await store.recordAbandoned(over);
      clock += 1;
      const other = { ...tenant, cluster: 'dev' };
      const last = await store.recordIntent(other, 'user:default/ada');
      expect((await store.all()).map(({ id }) => id)).toEqual([first, last]);
    });

    it('takes over what was there before terms were recorded', async () => {
      await knex.migrate.rollback({ directory: migrations }, true);
      await knex.migrate.up({ directory: migrations });
      await knex('tenant_credentials').insert({
        id: 'from-before',
        cluster: 'prod',
        namespace: 'payments',
        kms: 'vault',
        tenant_id: 'prod.payments',
        state: 'delivered',
        accessor: 'an-accessor',
        expires_at: '2027-01-01T00:00:00Z',
        requested_by: 'user:default/ada',
        created_at: '2026-12-01T00:00:00Z',
        updated_at: '2026-12-01T00:00:00Z',
      });
      store = await storeOn(knex);
      expect(await store.all()).toEqual([
        {
          ...tenant,
          id: 'from-before',
          state: 'delivered',
          ...minted,
          requestedBy: 'user:default/ada',
        },
      ]);
      await store.recordRenewed('from-before', minted);
      expect(await store.find('from-before')).toMatchObject({ issuedAt: NOW });
    });

    it('goes down and up again', async () => {
      await knex.migrate.rollback({ directory: migrations }, true);
      expect(await knex.schema.hasTable('tenant_credentials')).toBe(false);
      await storeOn(knex);
      expect(await knex.schema.hasTable('tenant_credentials')).toBe(true);
    });
  });

  it('shows no accessor in the error of a broken database', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'credentials-'));
    const knex = knexFactory({
      client: 'better-sqlite3',
      connection: { filename: path.join(folder, 'test.sqlite') },
      useNullAsDefault: true,
    });
    const store = await storeOn(knex);
    const id = await store.recordIntent(tenant, 'user:default/ada');
    await knex.schema.dropTable('tenant_credentials');
    const error = await store
      .recordMinted(id, minted)
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(`${error}${JSON.stringify(error)}`).not.toContain(minted.accessor);
    expect(error).not.toHaveProperty('cause', expect.anything());
    await knex.destroy();
    await rm(folder, { recursive: true });
  });
});

function storeOn(knex: Knex) {
  return TenantCredentialStore.create({
    database: mockServices.database({ knex }),
    now: () => new Date(clock),
  });
}
