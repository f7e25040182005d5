import type { DatabaseService } from '@backstage/backend-plugin-api';
import type {
  CoverageGroup,
  Recorded,
  RecordedCount,
  RecordedDay,
} from 'backstage-plugin-volume-encryption-common';
import type { Knex } from 'knex';
import { askDatabase } from '../custody/askDatabase';
import { migratedDatabase } from '../custody/migratedDatabase';

const DAYS = 'coverage_days';
const COUNTS = 'coverage_counts';

/** So many rows are written at once. */
const BATCH = 100;

interface DayRow {
  day: string;
  cluster: string;
  /** SQLite gives 0 or 1. */
  complete: boolean | number;
  assessed_at: string;
}

/** What is counted together. */
type CountKey = Pick<RecordedCount, 'day' | 'cluster' | 'protection' | 'state'>;

/** Which of what was recorded is meant. */
export interface TrendScope {
  /** The first day, `YYYY-MM-DD`. */
  since: string;
  cluster?: string;
  /** As the filters name it. */
  owner?: string;
}

/** The coverage of every day in the plugin's database, by cluster and owner. */
export class TrendStore {
  readonly #knex: Knex;

  /** Brings the database up to date first. */
  static async create(services: {
    database: DatabaseService;
  }): Promise<TrendStore> {
    return new TrendStore(await migratedDatabase(services.database));
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Puts the counts of a cluster in the place of those it had of this day. A day
   * on which it could not be read keeps what it was when it could.
   */
  async record(
    { day, cluster, isComplete, assessedAt }: RecordedDay,
    groups: readonly CoverageGroup[],
  ): Promise<void> {
    const row = { day, cluster, complete: isComplete, assessed_at: assessedAt };
    const rows = groups
      .filter(group => group.cluster === cluster)
      .map(group => ({ ...group, day }));
    await this.#inOne(async trx => {
      const written = trx(DAYS).insert(row).onConflict(['day', 'cluster']);
      if (!isComplete) {
        await written.ignore();
        return;
      }
      await written.merge();
      await trx(COUNTS).where({ day, cluster }).delete();
      await trx.batchInsert(COUNTS, rows, BATCH);
    });
  }

  /** What was recorded, in no order. */
  async read({ since, cluster, owner }: TrendScope): Promise<Recorded> {
    const ofCluster = cluster === undefined ? {} : { cluster };
    const ofOwner = owner === undefined ? {} : { owner };
    const counts = this.#knex<RecordedCount>(COUNTS)
      .where('day', '>=', since)
      .where({ ...ofCluster, ...ofOwner })
      .select('day', 'cluster', 'protection', 'state')
      .sum({ volumes: 'volumes', bytes: 'bytes' })
      .groupBy('day', 'cluster', 'protection', 'state');
    const days = this.#knex<DayRow>(DAYS)
      .where('day', '>=', since)
      .where(ofCluster);
    return {
      days: (await askDatabase(DAYS, days)).map(fromRow),
      counts: (await askDatabase(COUNTS, counts)).map(summed),
    };
  }

  /** Every day that was recorded. */
  async days(): Promise<RecordedDay[]> {
    return (await askDatabase(DAYS, this.#knex<DayRow>(DAYS))).map(fromRow);
  }

  /** Removes them with their counts. */
  async forget(days: readonly RecordedDay[]): Promise<void> {
    await this.#inOne(async trx => {
      for (const { day, cluster } of days) {
        await trx(COUNTS).where({ day, cluster }).delete();
        await trx(DAYS).where({ day, cluster }).delete();
      }
    });
  }

  /** All of it or nothing. */
  #inOne(write: (trx: Knex.Transaction) => Promise<void>): Promise<void> {
    return askDatabase(DAYS, this.#knex.transaction(write));
  }
}

function fromRow({ day, cluster, complete, assessed_at }: DayRow): RecordedDay {
  return { day, cluster, isComplete: !!complete, assessedAt: assessed_at };
}

/** PostgreSQL gives sums as text. */
function summed(row: Partial<RecordedCount> & CountKey): RecordedCount {
  return { ...row, volumes: Number(row.volumes), bytes: Number(row.bytes) };
}
