import { mockServices } from '@backstage/backend-test-utils';
import { VolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';
import type { Kms } from 'backstage-plugin-volume-encryption-node';
import knexFactory, { type Knex } from 'knex';
import { createKms } from '../../vault/createKms';
import { Receipts } from '../receipts/Receipts';
import { shredKeys } from './shredKeys';

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

/** A KMS with two keys; of `slow` the answer to the destruction is lost. */
function kmsWith({ listings = Infinity }: { listings?: number } = {}): Kms {
  const keys = new Set(['fast', 'slow']);
  let left = listings;
  return {
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
    listKeys: async () => {
      left -= 1;
      if (left < 0) throw new VolumeEncryptionError('kms-sealed', 'Sealed.');
      return new Set(keys);
    },
    listFolders: async () => new Set(),
    describeKey: async () => ({ presence: 'present', currentVersion: 3 }),
    custodian: {
      async destroyKey({ name }) {
        keys.delete(name);
        if (name === 'fast') return 'destroyed';
        throw new VolumeEncryptionError('timeout', 'No answer in time.');
      },
      removeMount: async () => 'deleted',
      capabilities: async () => new Map(),
    },
  };
}

function shred(kms: Kms) {
  return shredKeys(
    { tenant: TENANT, mount: 'csi/prod.payments', requestedBy: 'user:x/ada' },
    {
      ...{ kms, receipts, now: () => new Date(0) },
      logger: mockServices.logger.mock(),
    },
  );
}

const BOTH = [
  { name: 'fast', versions: 3 },
  { name: 'slow', versions: 3 },
];

it('has a key in the receipt whose destruction was not answered', async () => {
  const { destroyed, remaining } = await shred(kmsWith());
  expect(destroyed).toEqual(BOTH);
  expect(remaining.map(({ name }) => name)).toEqual(['backups of KMS "vault"']);
});

it('has it also where the run broke off before it could look', async () => {
  const kms = kmsWith({ listings: 1 });
  await expect(shred(kms)).rejects.toMatchObject({ code: 'kms-sealed' });
  const { destroyed } = await shred({
    ...kms,
    listKeys: async () => new Set(),
  });
  expect(destroyed).toEqual(BOTH);
});

it('tells of a key that was written meanwhile, and is not finished', async () => {
  const kms = kmsWith();
  const listings = [['fast', 'slow'], ['new']];
  const again = async () => new Set(listings.shift());
  const writing: Kms = { ...kms, listKeys: again };
  await expect(shred(writing)).rejects.toMatchObject({ code: 'conflict' });
  const [receipt] = (await receipts.list({ limit: 1, offset: 0 })).items;
  expect(receipt).toMatchObject({ finished: false, destroyed: BOTH });
  expect(receipt.remaining.slice(1)).toEqual([
    { name: 'new', reason: 'It was written meanwhile.' },
  ]);
});

it('tells of what was not tried when the KMS failed', async () => {
  const kms = kmsWith();
  const sealed = new VolumeEncryptionError('kms-sealed', 'Sealed.');
  const failing: Kms = { ...kms, describeKey: () => Promise.reject(sealed) };
  await expect(shred(failing)).rejects.toMatchObject({ code: 'kms-sealed' });
  const [receipt] = (await receipts.list({ limit: 1, offset: 0 })).items;
  expect(receipt).toMatchObject({ finished: false, destroyed: [] });
  expect(receipt.remaining.slice(1)).toEqual([
    { name: 'fast', reason: 'Not tried yet.' },
    { name: 'slow', reason: 'Not tried yet.' },
  ]);
});
