import { randomUUID } from 'node:crypto';
import type { DatabaseService } from '@backstage/backend-plugin-api';
import { VolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';
import type { Knex } from 'knex';
import { askDatabase } from './askDatabase';
import { fromRow, type CredentialRow } from './credentialRow';
import { migratedDatabase } from './migratedDatabase';
import type {
  CredentialState,
  Tenant,
  TenantCredential,
} from './TenantCredential';

const TABLE = 'tenant_credentials';

/**
 * The plugin's database of what it minted. The only place where accessors are,
 * and nobody but the portal writes it: a tenant never names an accessor.
 */
export class TenantCredentialStore {
  readonly #knex: Knex;
  readonly #now: () => Date;

  /** Brings the database up to date first. */
  static async create(services: {
    database: DatabaseService;
    now?: () => Date;
  }): Promise<TenantCredentialStore> {
    const { database, now = () => new Date() } = services;
    return new TenantCredentialStore(await migratedDatabase(database), now);
  }

  private constructor(knex: Knex, now: () => Date) {
    this.#knex = knex;
    this.#now = now;
  }

  /** Says that a token is about to be minted; returns the row's id. */
  async recordIntent(
    tenant: Tenant & { secretName?: string },
    requestedBy: string,
  ): Promise<string> {
    const id = randomUUID();
    const now = this.#now().toISOString();
    await this.#ask(
      this.#rows().insert({
        id,
        cluster: tenant.cluster,
        namespace: tenant.namespace,
        kms: tenant.kms,
        tenant_id: tenant.tenantId,
        state: 'intent',
        secret_name: tenant.secretName ?? null,
        requested_by: requestedBy,
        created_at: now,
        updated_at: now,
      }),
    );
    return id;
  }

  /**
   * Intent becomes minted. Throws `conflict` when another run has settled the
   * intent meanwhile: the token must not be delivered then.
   */
  async recordMinted(
    id: string,
    minted: { accessor: string; expiresAt: string },
  ): Promise<void> {
    await this.#move(id, {
      from: 'intent',
      to: 'minted',
      set: {
        accessor: minted.accessor,
        expires_at: minted.expiresAt,
        issued_at: this.#now().toISOString(),
      },
    });
  }

  /**
   * Minted becomes delivered; throws `conflict` as {@link recordMinted}.
   * @param secretVersion - resourceVersion of the Secret that it is in
   */
  async recordDelivered(id: string, secretVersion?: string): Promise<void> {
    const set = { secret_version: secretVersion ?? null };
    await this.#move(id, { from: 'minted', to: 'delivered', set });
  }

  /** Says that the credential is of no use any more. */
  async recordAbandoned(id: string): Promise<void> {
    await this.#update(id, { state: 'abandoned' });
  }

  /** A period has begun, and what went wrong before does not matter any more. */
  async recordRenewed(id: string, { expiresAt }: { expiresAt: string }) {
    const now = this.#now().toISOString();
    await this.#update(id, {
      issued_at: now,
      checked_at: now,
      expires_at: expiresAt,
      last_failure: null,
      lost: false,
    });
  }

  /** The KMS knows it and says when it ends, whatever went wrong before. */
  async recordCheck(id: string, { expiresAt }: { expiresAt?: string }) {
    await this.#update(id, {
      checked_at: this.#now().toISOString(),
      ...(expiresAt === undefined ? {} : { expires_at: expiresAt }),
      last_failure: null,
      lost: false,
    });
  }

  /** The KMS does not know it, or not any more. */
  async recordLost(id: string) {
    const checked_at = this.#now().toISOString();
    await this.#update(id, { checked_at, lost: true });
  }

  /** @param failure - in our own words, which are shown */
  async recordRenewalFailure(id: string, failure: string) {
    await this.#update(id, { last_failure: failure });
  }

  async find(id: string): Promise<TenantCredential | undefined> {
    const row = await this.#ask(this.#rows().where({ id }).first());
    return row && fromRow(row);
  }

  /** Everything of the tenant that is not abandoned, oldest first. */
  async live(tenant: Tenant): Promise<TenantCredential[]> {
    const { cluster, namespace, kms } = tenant;
    const rows = await this.#ask(
      this.#rows()
        .where({ cluster, namespace, kms })
        .whereNot({ state: 'abandoned' })
        .orderBy('created_at'),
    );
    return rows.map(fromRow);
  }

  /** Everything that is not abandoned, of all tenants, oldest first. */
  async all(): Promise<TenantCredential[]> {
    const rows = await this.#ask(
      this.#rows().whereNot({ state: 'abandoned' }).orderBy('created_at'),
    );
    return rows.map(fromRow);
  }

  #rows() {
    return this.#knex<CredentialRow>(TABLE);
  }

  async #update(id: string, change: Partial<CredentialRow>): Promise<void> {
    const updated_at = this.#now().toISOString();
    await this.#ask(
      this.#rows()
        .where({ id })
        .update({ ...change, updated_at }),
    );
  }

  async #move(
    id: string,
    change: {
      from: CredentialState;
      to: CredentialState;
      set?: Partial<CredentialRow>;
    },
  ): Promise<void> {
    const updated_at = this.#now().toISOString();
    const moved = await this.#ask(
      this.#rows()
        .where({ id, state: change.from })
        .update({ ...change.set, state: change.to, updated_at }),
    );
    if (moved !== 1) {
      throw new VolumeEncryptionError(
        'conflict',
        'Another run of the same operation took over. Run it again when that one has ended.',
      );
    }
  }

  #ask<T>(query: PromiseLike<T>): Promise<T> {
    return askDatabase(TABLE, query);
  }
}
