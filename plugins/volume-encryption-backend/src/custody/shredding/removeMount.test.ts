import { mockServices } from '@backstage/backend-test-utils';
import type { Receipt } from 'backstage-plugin-volume-encryption-common';
import knexFactory, { type Knex } from 'knex';
import { createKms } from '../../vault/createKms';
import { Receipts } from '../receipts/Receipts';
import { removeMount } from './removeMount';

let knex: Knex;
let receipts: Receipts;
beforeEach(async () => {
  knex = knexFactory({
    client: 'better-sqlite3',
    connection: { filename: ':memory:' },
    useNullAsDefault: true,
  });
  receipts = await Receipts.create({
    database: mockServices.database({ knex }),
  });
});
afterEach(() => knex.destroy());

const TENANT = {
  ...{ cluster: 'prod', namespace: 'payments' },
  ...{ kms: 'vault', tenantId: 'prod.payments' },
};
const mount = 'csi/prod.payments';
const BACKUPS = { name: 'backups of KMS "vault"', reason: 'They may be.' };
const begun: Receipt = {
  ...{ tenantId: TENANT.tenantId, kms: TENANT.kms, mount },
  ...{ mountRemoved: false, finished: false },
  destroyed: [{ name: 'a', versions: 1 }],
  remaining: [BACKUPS, { name: 'b', reason: 'Not tried yet.' }],
  at: '2026-01-01T00:00:00.000Z',
  requestedBy: 'user:default/ada',
};

async function remove(removed: 'deleted' | 'absent', open: Receipt) {
  await receipts.keep(open);
  const kms = {
    ...createKms({
      name: 'vault',
      address: 'https://vault.example:8200',
      otherAddresses: [],
      auth: { method: 'token', token: 'of-no-use' },
      mountPrefix: 'csi',
      tokenRole: 'csi-tenant',
      timeoutMs: 1000,
      maxConnections: 1,
    }),
    custodian: {
      destroyKey: jest.fn(),
      removeMount: async () => removed,
      capabilities: jest.fn(),
    },
  };
  const shredding = { tenant: TENANT, mount, requestedBy: 'user:x/ada' };
  const { receipt } = await removeMount(shredding, { kms, receipts });
  const { items } = await receipts.list({ limit: 1, offset: 0 });
  expect(items).toEqual([receipt]);
  return receipt;
}

const done = { ...begun, finished: true, remaining: [BACKUPS] };

it.each(['deleted', 'absent'] as const)(
  'closes a receipt of which all keys are destroyed: %s',
  async removed => {
    const receipt = await remove(removed, done);
    expect(receipt).toEqual({ ...done, mountRemoved: true });
  },
);

it('calls no key destroyed that went with a mount which somebody else removed', async () => {
  const receipt = await remove('absent', begun);
  expect(receipt).toMatchObject({
    ...{ mountRemoved: true, finished: false, destroyed: begun.destroyed },
    remaining: [
      expect.objectContaining({ name: BACKUPS.name }),
      { name: 'b', reason: expect.stringContaining('past the portal') },
    ],
  });
});
