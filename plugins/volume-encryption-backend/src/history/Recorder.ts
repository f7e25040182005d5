import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  newsOf,
  type ChangeSeen,
} from 'backstage-plugin-volume-encryption-common';
import type { CatalogUsers } from '../catalogFacts/CatalogUsers';
import { linkOf } from '../news/linkOf';
import { notificationOf } from '../news/recordNews';
import { firstOutcomeOf, outcomeOf } from './compareLook';
import { concernedBy, type KnownVolumes } from './concernedBy';
import { entitiesByVolume } from './entitiesByVolume';
import type { Outcome } from './FollowedThing';
import { Overtaken, type HistoryStore } from './HistoryStore';
import { lookAround, type Look, type LookParts } from './lookAround';

/** A look costs at most a twentieth of the time. */
const TIMES_ITS_DURATION = 20;
/** Which is so anyhow where it is asked for so often and is quick. */
const EVERY_MS = 60_000;
/** However long it waited for a KMS or a cluster. */
const REST_AT_MOST_MS = 4 * 60_000;
/** What is only remembered is written so much at a time. */
const AT_A_WRITE = 500;

/** What changes are recorded with. */
export interface RecorderParts extends LookParts {
  store: HistoryStore;
  users: Pick<CatalogUsers, 'entities'>;
  logger: LoggerService;
  /** Who is told of clusters and KMSs, an entity ref. */
  platformTeam?: string;
}

/**
 * Looks at everything again and again, and records what is another than at the
 * last look, with the news of it.
 */
export class Recorder {
  #turns = 0;
  #notBefore = 0;

  constructor(private readonly parts: RecorderParts) {}

  /**
   * One look, unless the last one was so long that it is not time yet. What
   * another replica has recorded meanwhile is not recorded again. Throws when the
   * database or the catalog does not answer; then nothing is remembered.
   */
  async look(signal: AbortSignal): Promise<void> {
    const begun = this.#ms();
    if (begun < this.#notBefore) return;
    const turn = await this.parts.store.turn();
    const troubled = await this.parts.store.troubled();
    this.#turns += 1;
    const closely = { turn: this.#turns, troubled };
    const look = await lookAround(this.parts, closely, signal);
    const { outcomes, volumes } = await this.#compare(look);
    await this.#record(turn, { look, outcomes, volumes });
    const ended = this.#ms();
    const rest = (ended - begun) * TIMES_ITS_DURATION - EVERY_MS;
    this.#notBefore = ended + Math.min(Math.max(0, rest), REST_AT_MOST_MS);
  }

  /** Everything that was followed or is seen, and what became of it. */
  async #compare({ sights, isWithin }: Look) {
    const outcomes: Outcome[] = [];
    const volumes: KnownVolumes['volumes'][number][] = [];
    const anew = new Map(sights);
    for await (const page of this.parts.store.followed()) {
      for (const [key, before] of page) {
        const sight = anew.get(key);
        anew.delete(key);
        if (before.subject.kind === 'volume') volumes.push(sight ?? before);
        if (!sight && !isWithin(before.subject)) continue;
        outcomes.push(...[outcomeOf(key, before, sight) ?? []].flat());
      }
    }
    for (const [key, sight] of anew) {
      outcomes.push(firstOutcomeOf(key, sight));
      if (sight.subject.kind === 'volume') volumes.push(sight);
    }
    return { outcomes, volumes };
  }

  async #record(
    turn: number,
    seen: { look: Look; outcomes: Outcome[]; volumes: KnownVolumes['volumes'] },
  ): Promise<void> {
    const { look, outcomes, volumes } = seen;
    if (outcomes.length === 0) return;
    const isTold = outcomes.some(({ changes }) => changes.length > 0);
    const entities = isTold ? await this.#entities() : new Map();
    const known = { volumes, entities };
    const writes = writesOf(outcomes).map(some => {
      const changes = concernedBy(
        some.flatMap(it => it.changes),
        known,
      );
      return {
        followed: new Map(some.map(({ key, thing }) => [key, thing])),
        ...{ changes, at: look.at },
        news: this.#newsOf(changes),
      };
    });
    let now = turn;
    try {
      for (const write of writes)
        now = await this.parts.store.write(now, write);
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
      this.parts.logger.debug('Another replica has recorded the same look.');
    }
  }

  async #entities() {
    const entities = await this.parts.users.entities();
    return entitiesByVolume(entities, this.parts.index.snapshots());
  }

  #newsOf(changes: readonly ChangeSeen[]) {
    const news = newsOf(changes, this.parts.platformTeam);
    return news.map(it => notificationOf(it, linkOf(it)));
  }

  #ms(): number {
    return this.parts.now().getTime();
  }
}

/**
 * What changed of what was known before is one write, with all the news of it,
 * so that many changes alike are one message. What is seen for the first time,
 * which may be everything, is written bit by bit.
 */
function writesOf(outcomes: readonly Outcome[]): Outcome[][] {
  const isChange = ({ changes }: Outcome) =>
    changes.some(({ from }) => from !== undefined);
  const changed = outcomes.filter(isChange);
  const others = outcomes.filter(it => !isChange(it));
  const writes = changed.length > 0 ? [changed] : [];
  for (let start = 0; start < others.length; start += AT_A_WRITE) {
    writes.push(others.slice(start, start + AT_A_WRITE));
  }
  return writes;
}
