import type { Knex } from 'knex';
import { watchRequests } from '../watchRequests';
import type { Moment } from './Moment';

/**
 * Everything that this process writes: requests to other systems that are no
 * GETs, and statements that change rows. Ends the process at the moment that it
 * is told, as `kill -9` does: nothing is finished, flushed or closed.
 */
export class Writes {
  readonly #names: string[] = [];
  #death?: Moment;

  /** From now on writes are counted from 1. */
  begin(death?: Moment): void {
    this.#names.length = 0;
    this.#death = death;
  }

  /** Such as `PATCH /api/v1/namespaces/a/secrets/b`, `update tenant_credentials`. */
  get names(): string[] {
    return [...this.#names];
  }

  /** Counts the requests of this process from now on. */
  watchRequests(): void {
    watchRequests({
      before: name => this.#before(name),
      after: () => this.#after(),
    });
  }

  /** Watches the statements of a database. */
  watchStatements(knex: Knex): void {
    knex.on('query', ({ sql }: { sql: string }) => {
      const name = changeIn(sql);
      if (name) this.#before(name);
    });
    knex.on('query-response', (_: unknown, { sql }: { sql: string }) => {
      if (changeIn(sql)) this.#after();
    });
  }

  #before(name: string): void {
    this.#names.push(name);
    this.#dieIf('before');
  }

  #after(): void {
    this.#dieIf('after');
  }

  #dieIf(when: Moment['when']): void {
    const isNow =
      this.#death?.when === when && this.#death.write === this.#names.length;
    if (isNow) process.kill(process.pid, 'SIGKILL');
  }
}

/** Statements on the tables of the plugin, not on those of migrations and keys. */
function changeIn(sql: string): string | undefined {
  const [, verb, table] =
    sql.match(/^(insert into|update|delete from) `((?:tenant|shred)_\w+)`/) ??
    [];
  return verb && `${verb} ${table}`;
}
