import type { DatabaseService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  consentedOwner,
  type TimelinePage,
} from 'backstage-plugin-volume-encryption-common';
import type { Knex } from 'knex';
import { askDatabase } from '../custody/askDatabase';
import { migratedDatabase } from '../custody/migratedDatabase';
import { consentingNamespaces, requireOwnClaim } from '../tenancy';
import { find, type VolumeIndex } from '../volumeIndex';
import {
  fromChangeRow,
  fromFollowedRow,
  type ChangeRow,
  type FollowedRow,
} from './rows';
import { subjectKey } from './Subject';

const CHANGES = 'history_changes';

/** A part of a longer list. */
interface Page {
  limit: number;
  offset: number;
}

type Query = Knex.QueryBuilder<ChangeRow>;

/** Answers what changed, newest first, without asking who may know it. */
export class Timelines {
  static async create(parts: {
    database: DatabaseService;
    index: VolumeIndex;
    keptDays: number;
  }): Promise<Timelines> {
    return new Timelines(await migratedDatabase(parts.database), parts);
  }

  private constructor(
    private readonly knex: Knex,
    private readonly parts: { index: VolumeIndex; keptDays: number },
  ) {}

  /**
   * Of the volumes that were the entity's when they changed, in the namespaces
   * that consent to it now, and of the KMSs and clusters that they rested on.
   */
  ofEntity(entity: Entity, page: Page): Promise<TimelinePage> {
    const places = this.parts.index
      .snapshots()
      .flatMap(it =>
        consentingNamespaces(entity, it).map(name => [it.cluster, name]),
      );
    const own = this.knex('history_entities')
      .where({ entity_ref: stringifyEntityRef(entity) })
      .select('change');
    return this.#page(page, query =>
      query.whereIn('number', own).where(some => {
        void some.whereNull('namespace');
        for (const [cluster, namespace] of places) {
          void some.orWhere({ cluster, namespace });
        }
      }),
    );
  }

  /**
   * Of one volume while its namespace served whom it serves now, and since then
   * of the KMS and the cluster that it rests on.
   *
   * Throws `unknown-cluster`, and `not-found` for a claim that is not the entity's.
   */
  async ofVolume(
    entity: Entity,
    volume: { cluster: string; namespace: string; claim: string },
    page: Page,
  ): Promise<TimelinePage> {
    const snapshot = this.parts.index.snapshot(volume.cluster);
    requireOwnClaim(entity, volume, snapshot);
    const served = find(snapshot.tables.Namespace, volume.namespace);
    const owner = (served && consentedOwner(served)) ?? null;
    const subject = subjectKey({ kind: 'volume', ...volume });
    const sources = await this.#sourcesOf(subject, volume.cluster);
    const own = this.knex<ChangeRow>(CHANGES).where({
      subject,
      owner,
    });
    const first = await askDatabase(CHANGES, own.clone().min({ at: 'at' }));
    const since = first[0]?.at;
    return this.#page(page, query =>
      query.where(some => {
        void some.where({ subject, owner });
        if (!since) return;
        void some.orWhere(of =>
          of.whereIn('subject', sources).where('at', '>=', since),
        );
      }),
    );
  }

  /** Of the credentials of a tenant. Throws `unknown-cluster`. */
  ofTenant(
    { cluster, namespace }: { cluster: string; namespace: string },
    page: Page,
  ): Promise<TimelinePage> {
    this.parts.index.snapshot(cluster);
    return this.#page(page, query =>
      query.where({ kind: 'tenant', cluster, namespace }),
    );
  }

  async #sourcesOf(subject: string, cluster: string): Promise<string[]> {
    const row = await askDatabase(
      CHANGES,
      this.knex<FollowedRow>('history_followed').where({ subject }).first(),
    );
    const kms = row && fromFollowedRow(row).subject.kms;
    return [
      subjectKey({ kind: 'cluster', cluster }),
      ...(kms ? [subjectKey({ kind: 'kms', kms })] : []),
    ];
  }

  async #page(
    { limit, offset }: Page,
    where: (query: Query) => Query,
  ): Promise<TimelinePage> {
    const rows = () => where(this.knex<ChangeRow>(CHANGES));
    const [count] = await askDatabase(CHANGES, rows().count({ total: '*' }));
    const items: ChangeRow[] = await askDatabase(
      CHANGES,
      rows().orderBy('number', 'desc').limit(limit).offset(offset),
    );
    return {
      ...{ total: Number(count.total), offset, limit },
      items: items.map(fromChangeRow),
      keptDays: this.parts.keptDays,
    };
  }
}
