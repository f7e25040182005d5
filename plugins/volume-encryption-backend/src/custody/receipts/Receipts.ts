import { randomUUID } from 'node:crypto';
import type { DatabaseService } from '@backstage/backend-plugin-api';
import {
  keysLeft,
  type Receipt,
  type ReceiptPage,
} from 'backstage-plugin-volume-encryption-common';
import type { Knex } from 'knex';
import { askDatabase } from '../askDatabase';
import { migratedDatabase } from '../migratedDatabase';

const TABLE = 'shred_receipts';

/** A key, and how many versions of it there were. */
export type ShreddedKey = Receipt['destroyed'][number];

/** What has been destroyed so far of a tenant that is not shredded yet. */
export interface OpenReceipt {
  receipt: Receipt;
  /** Whether these are destroyed only a look at them tells. */
  inHand: ShreddedKey[];
}

interface ReceiptRow {
  id: string;
  tenant_id: string;
  kms: string;
  body: string;
  in_hand: string;
  open: boolean;
  at: string;
  requested_by: string;
}

/**
 * Receipts of shredded tenants. One is open until the tenant's mount is removed:
 * what is run again after a failure or a crash goes on with it, so that one
 * receipt in the end tells of every key.
 */
export class Receipts {
  readonly #knex: Knex;

  /** Brings the database up to date first. */
  static async create(services: {
    database: DatabaseService;
  }): Promise<Receipts> {
    return new Receipts(await migratedDatabase(services.database));
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Puts it in the place of the tenant's open one; the first is a new one. */
  async keep(
    receipt: Receipt,
    inHand: readonly ShreddedKey[] = [],
  ): Promise<void> {
    const { tenantId: tenant_id, kms } = receipt;
    const row = {
      body: JSON.stringify(receipt),
      in_hand: JSON.stringify(inHand),
      open: !receipt.mountRemoved,
      at: receipt.at,
      requested_by: receipt.requestedBy,
    };
    const open = { tenant_id, kms, open: true };
    const replaced = await this.#ask(this.#rows().where(open).update(row));
    if (replaced > 0) return;
    const id = randomUUID();
    await this.#ask(this.#rows().insert({ id, tenant_id, kms, ...row }));
  }

  /** The open one of a tenant. */
  async findOpen(tenant: {
    tenantId: string;
    kms: string;
  }): Promise<OpenReceipt | undefined> {
    const { tenantId: tenant_id, kms } = tenant;
    const open = { tenant_id, kms, open: true };
    const row = await this.#ask(this.#rows().where(open).first());
    if (!row) return undefined;
    const inHand: ShreddedKey[] = JSON.parse(row.in_hand);
    return { receipt: receiptIn(row), inHand };
  }

  /** Newest first. */
  async list(page: { limit: number; offset: number }): Promise<ReceiptPage> {
    const { limit, offset } = page;
    const counted = this.#rows().count({ total: '*' }).first();
    const [count, rows] = [
      await this.#ask(counted),
      await this.#ask(
        this.#rows()
          .orderBy([
            { column: 'at', order: 'desc' },
            { column: 'id', order: 'desc' },
          ])
          .limit(limit)
          .offset(offset),
      ),
    ];
    const total = Number(count?.total ?? 0);
    return { total, offset, limit, items: rows.map(receiptIn) };
  }

  #rows() {
    return this.#knex<ReceiptRow>(TABLE);
  }

  #ask<T>(query: PromiseLike<T>): Promise<T> {
    return askDatabase(TABLE, query);
  }
}

/** One of before `finished` was told is so when mount and all keys are gone. */
function receiptIn({ body }: ReceiptRow): Receipt {
  const kept = JSON.parse(body);
  const finished = kept.mountRemoved && keysLeft(kept).length === 0;
  return { finished, ...kept };
}
