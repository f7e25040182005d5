import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { ChangeSeen } from 'backstage-plugin-volume-encryption-common';
import type { Knex } from 'knex';
import { askDatabase } from '../custody/askDatabase';
import { migratedDatabase } from '../custody/migratedDatabase';
import { recordNews, type RecordedNews } from '../news/recordNews';
import type { FollowedThing } from './FollowedThing';
import {
  fromFollowedRow,
  toChangeRow,
  toFollowedRow,
  type FollowedRow,
} from './rows';
import { subjectKey } from './Subject';

const CHANGES = 'history_changes';
const FOLLOWED = 'history_followed';
const ENTITIES = 'history_entities';
const TURN = 'history_turn';

/** Rows that are read at a time, so that others get their turn. */
const PAGE = 500;
/** Rows of one statement; SQLite bounds the values that one may have. */
const CHUNK = 100;
/** More changes than one write has, so that numbers grow with turns. */
const PER_TURN = 1_000_000;

/** What is written at once, or not at all. */
export interface HistoryWrite {
  /** Remembered from now on, by key; undefined is forgotten. */
  followed: ReadonlyMap<string, FollowedThing | undefined>;
  changes: readonly ChangeSeen[];
  news: readonly RecordedNews[];
  /** ISO 8601. */
  at: string;
}

/** Another replica has written since the turn was read; nothing was written. */
export class Overtaken extends Error {}

/** The plugin's database of what changed and of what is followed. */
export class HistoryStore {
  /** Brings the database up to date first. */
  static async create(services: {
    database: DatabaseService;
  }): Promise<HistoryStore> {
    return new HistoryStore(await migratedDatabase(services.database));
  }

  private constructor(private readonly knex: Knex) {}

  /** What has to be named to write; another one after each write. */
  async turn(): Promise<number> {
    const row = await askDatabase(TURN, this.knex(TURN).first('number'));
    return Number(row.number);
  }

  /** Everything that is followed, by its key, some at a time. */
  async *followed(): AsyncGenerator<Map<string, FollowedThing>> {
    let after = '';
    for (;;) {
      const rows: FollowedRow[] = await askDatabase(
        FOLLOWED,
        this.knex<FollowedRow>(FOLLOWED)
          .where('subject', '>', after)
          .orderBy('subject')
          .limit(PAGE),
      );
      const last = rows.at(-1);
      if (!last) return;
      after = last.subject;
      yield new Map(rows.map(row => [row.subject, fromFollowedRow(row)]));
    }
  }

  /** Keys of what is to be looked at closely. */
  async troubled(): Promise<Set<string>> {
    const rows = await askDatabase(
      FOLLOWED,
      this.knex<FollowedRow>(FOLLOWED)
        .where({ troubled: true })
        .select('subject'),
    );
    return new Set(rows.map(({ subject }) => subject));
  }

  /**
   * Writes all of it in one transaction and returns the next turn. Throws
   * {@link Overtaken} when the turn is not that of now: of several replicas that
   * saw the same change, one records it.
   */
  async write(turn: number, write: HistoryWrite): Promise<number> {
    const next = turn + 1;
    let isOvertaken = false;
    const written = this.knex.transaction(async tx => {
      const taken = await tx(TURN)
        .where({ number: turn })
        .update({ number: next });
      isOvertaken = taken !== 1;
      if (isOvertaken) return;
      await writeFollowed(tx, write.followed);
      await writeChanges(tx, next, write);
      await recordNews(tx, write.news, write.at);
    });
    await askDatabase(CHANGES, written);
    if (isOvertaken) throw new Overtaken();
    return next;
  }

  /** Forgets changes of before that moment (ISO 8601). */
  async forget(before: string): Promise<void> {
    const old = this.knex(CHANGES).where('at', '<', before);
    const links = this.knex(ENTITIES)
      .whereIn('change', old.clone().select('number'))
      .delete();
    await askDatabase(ENTITIES, links);
    await askDatabase(CHANGES, old.delete());
  }
}

async function writeFollowed(
  tx: Knex.Transaction,
  followed: HistoryWrite['followed'],
): Promise<void> {
  const gone = [...followed].flatMap(([key, thing]) => (thing ? [] : [key]));
  for (const some of chunksOf(gone)) {
    await tx(FOLLOWED).whereIn('subject', some).delete();
  }
  const rows = [...followed.values()].flatMap(it =>
    it ? [toFollowedRow(it)] : [],
  );
  for (const some of chunksOf(rows)) {
    await tx(FOLLOWED).insert(some).onConflict('subject').merge();
  }
}

async function writeChanges(
  tx: Knex.Transaction,
  turn: number,
  { changes, at }: HistoryWrite,
): Promise<void> {
  const numbered = changes.map((change, index) => ({
    change,
    number: turn * PER_TURN + index,
  }));
  for (const some of chunksOf(numbered)) {
    await tx(CHANGES).insert(
      some.map(({ change, number }) => toChangeRow(change, { number, at })),
    );
  }
  await linkGone(tx, numbered);
  const links = numbered.flatMap(({ change, number }) =>
    change.entities.map(it => ({ entity_ref: it, change: number })),
  );
  for (const some of chunksOf(links)) await tx(ENTITIES).insert(some);
}

/** What is gone was whose it last was. */
async function linkGone(
  tx: Knex.Transaction,
  numbered: readonly { change: ChangeSeen; number: number }[],
): Promise<void> {
  for (const { change, number } of numbered) {
    if (change.what !== 'gone' || change.entities.length > 0) continue;
    const last = tx(CHANGES)
      .where({ subject: subjectKey(change) })
      .where('number', '<', number)
      .max('number');
    const links: { entity_ref: string }[] = await tx(ENTITIES)
      .where('change', '=', last)
      .select('entity_ref');
    if (links.length === 0) continue;
    await tx(ENTITIES).insert(
      links.map(({ entity_ref }) => ({ entity_ref, change: number })),
    );
  }
}

function* chunksOf<T>(items: readonly T[]): Generator<T[]> {
  for (let start = 0; start < items.length; start += CHUNK) {
    yield items.slice(start, start + CHUNK);
  }
}
