import { mockServices } from '@backstage/backend-test-utils';
import type { Receipt } from 'backstage-plugin-volume-encryption-common';
import knexFactory, { type Knex } from 'knex';
import { Receipts } from './Receipts';

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

function receiptOf(fields: Partial<Receipt> = {}): Receipt {
  return {
    tenantId: 'prod.payments',
    kms: 'vault',
    mount: 'csi/prod.payments',
    mountRemoved: false,
    finished: false,
    destroyed: [{ name: 'a', versions: 1 }],
    remaining: [{ name: 'b', reason: 'No right.' }],
    at: '2026-01-01T00:00:00.000Z',
    requestedBy: 'user:default/ada',
    ...fields,
  };
}
const page = { limit: 10, offset: 0 };
const { tenantId, kms } = receiptOf();

it('goes on with the open one of a tenant until its mount is removed', async () => {
  await receipts.keep(receiptOf(), [{ name: 'b', versions: 2 }]);
  await receipts.keep(receiptOf({ tenantId: 'prod.shop' }));
  await receipts.keep(receiptOf({ kms: 'other' }));
  expect(await receipts.findOpen({ tenantId, kms })).toEqual({
    receipt: receiptOf(),
    inHand: [{ name: 'b', versions: 2 }],
  });
  const whole = receiptOf({ mountRemoved: true, remaining: [] });
  await receipts.keep(whole);
  expect(await receipts.findOpen({ tenantId, kms })).toBeUndefined();
  const { total, items } = await receipts.list(page);
  expect(total).toBe(3);
  expect(items).toContainEqual(whole);
});

it('takes the end of an older one from whether mount and keys are gone', async () => {
  const backups = { name: 'backups of KMS "vault"', reason: 'Who knows.' };
  const { finished: _, ...older } = receiptOf({
    ...{ mountRemoved: true, remaining: [backups] },
  });
  const withKey = { ...older, remaining: receiptOf().remaining };
  await receipts.keep(Object(older));
  await receipts.keep(Object(withKey));
  const { items } = await receipts.list(page);
  expect(items).toHaveLength(2);
  expect(items).toContainEqual({ ...older, finished: true });
  expect(items).toContainEqual({ ...withKey, finished: false });
});

it('begins another when the tenant is shredded again', async () => {
  const first = receiptOf({ mountRemoved: true });
  await receipts.keep(first);
  const second = receiptOf({ at: '2026-02-01T00:00:00.000Z' });
  await receipts.keep(second);
  expect((await receipts.list(page)).items).toEqual([second, first]);
});

it('gives a page, newest first', async () => {
  for (const month of ['02', '03', '01']) {
    const at = `2026-${month}-01T00:00:00.000Z`;
    await receipts.keep(receiptOf({ at, mountRemoved: true }));
  }
  const { items, ...rest } = await receipts.list({ limit: 2, offset: 1 });
  expect(rest).toEqual({ total: 3, limit: 2, offset: 1 });
  expect(items.map(({ at }) => at.slice(0, 7))).toEqual(['2026-02', '2026-01']);
});
