import type {
  DatabaseService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { Knex } from 'knex';
import { askDatabase } from '../custody/askDatabase';
import { migratedDatabase } from '../custody/migratedDatabase';

const TABLE = 'history_news';

/** Older news are none any more. */
const STALE_MS = 24 * 60 * 60_000;
/** A claim of one who died meanwhile counts no longer than this. */
const CLAIMED_MS = 2 * 60_000;
/** So many at one run; the rest with the next. */
const AT_A_RUN = 500;

interface NewsRow {
  id: string;
  body: string;
  created_at: string;
  claimed_at: string | null;
  sent_at: string | null;
}

/**
 * Sends what is to be told. Each is claimed first, so that of several replicas
 * one sends it. What fails is sent at a later run; a portal without the
 * notifications plugin says so once, and nothing else suffers.
 */
export class NewsSender {
  #failing = false;

  static async create(parts: {
    database: DatabaseService;
    notifications: NotificationService;
    logger: LoggerService;
    now: () => Date;
  }): Promise<NewsSender> {
    return new NewsSender(await migratedDatabase(parts.database), parts);
  }

  private constructor(
    private readonly knex: Knex,
    private readonly parts: {
      notifications: NotificationService;
      logger: LoggerService;
      now: () => Date;
    },
  ) {}

  /** Sends all that is due, the oldest first, until one fails. */
  async send(signal: AbortSignal): Promise<void> {
    const waiting = await this.#waiting();
    for (const row of waiting) {
      if (signal.aborted) return;
      if (!(await this.#claim(row))) continue;
      try {
        await this.parts.notifications.send(JSON.parse(row.body));
      } catch {
        await this.#update(row, { claimed_at: null });
        this.#tellFailure();
        return;
      }
      this.#failing = false;
      await this.#update(row, { sent_at: this.#at() });
    }
  }

  /** Forgets what is too old to be sent, and what was sent before that. */
  async forget(): Promise<void> {
    const before = this.#at(-STALE_MS);
    const old = this.knex<NewsRow>(TABLE).where('created_at', '<', before);
    await askDatabase(TABLE, old.delete());
  }

  async #waiting(): Promise<NewsRow[]> {
    return askDatabase(
      TABLE,
      this.knex<NewsRow>(TABLE)
        .whereNull('sent_at')
        .where('created_at', '>=', this.#at(-STALE_MS))
        .orderBy(['created_at', 'id'])
        .limit(AT_A_RUN),
    );
  }

  async #claim({ id }: NewsRow): Promise<boolean> {
    const claimed = await askDatabase(
      TABLE,
      this.knex<NewsRow>(TABLE)
        .where({ id })
        .whereNull('sent_at')
        .where(free =>
          free
            .whereNull('claimed_at')
            .orWhere('claimed_at', '<', this.#at(-CLAIMED_MS)),
        )
        .update({ claimed_at: this.#at() }),
    );
    return claimed === 1;
  }

  async #update({ id }: NewsRow, change: Partial<NewsRow>): Promise<void> {
    await askDatabase(
      TABLE,
      this.knex<NewsRow>(TABLE).where({ id }).update(change),
    );
  }

  #tellFailure(): void {
    if (this.#failing) return;
    this.#failing = true;
    this.parts.logger.warn(
      'A notification could not be sent. It is tried again every minute for a day. Install @backstage/plugin-notifications-backend, or see why it does not answer.',
    );
  }

  #at(shift = 0): string {
    return new Date(this.parts.now().getTime() + shift).toISOString();
  }
}
