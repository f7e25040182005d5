import { pause } from '../network/pause';
import type { Survey, Surveyed } from './Survey';

/** At least so long is a survey given to all who ask, in milliseconds. */
const GIVEN_MS = 1_000;

/** And as many times as long as it took: a twentieth of the time is spent on it. */
const TIMES_ITS_DURATION = 20;

/** But no longer than this. */
const GIVEN_AT_MOST_MS = 4 * 60_000;

/** Whoever asks waits so long for a newer one before he is given the last. */
const NEWER_WITHIN_MS = 1_000;

/** One of this age says nothing of now, so that a newer one is waited for. */
const OUTDATED_MS = 5 * 60_000;

interface Taken {
  survey: Survey;
  /** Milliseconds of the clock. */
  begunAt: number;
  endedAt: number;
}

/**
 * The survey of all volumes that whoever asks is given: taken when somebody asks
 * and the last is old, once for all who ask meanwhile. A few volumes are judged
 * anew every second, 100,000 every few minutes; each answer says when.
 */
export class Surveys {
  #last?: Taken;
  #running?: Promise<Survey>;
  #mending?: Promise<Survey>;

  constructor(
    private readonly take: () => Promise<Surveyed>,
    private readonly now: () => Date,
  ) {}

  /** Rejects when it fails and there is none that says something of now. */
  async read(): Promise<Survey> {
    const last = this.#last;
    if (last && this.#ms() < goodUntil(last)) return last.survey;
    const running = this.renew();
    if (!last || this.#ms() - last.begunAt > OUTDATED_MS) return running;
    const late = new AbortController();
    const lastAtLeast = pause(NEWER_WITHIN_MS, late.signal).then(
      () => last.survey,
    );
    // A failure is told as soon as the last one is too old.
    const newer = running.catch(() => last.survey);
    return Promise.race([newer, lastAtLeast]).finally(() => late.abort());
  }

  /**
   * The last one that began within this time, in milliseconds, without waiting:
   * where its half is over the next is taken meanwhile.
   */
  recall(withinMs: number): Survey | undefined {
    const ageMs = this.#last ? this.#ms() - this.#last.begunAt : Infinity;
    if (ageMs > withinMs / 2) this.renew().catch(() => {});
    return ageMs <= withinMs ? this.#last?.survey : undefined;
  }

  /** Milliseconds until the next one is taken for whoever asks. */
  restMs(): number {
    return this.#last ? Math.max(0, goodUntil(this.#last) - this.#ms()) : 0;
  }

  /** Puts what `mend` makes of the last one in its place, if there is one. */
  async mend(
    mend: (survey: Survey) => Promise<Surveyed>,
  ): Promise<Survey | undefined> {
    while (this.#running) await this.#running.catch(() => {});
    const last = this.#last;
    if (!last) return undefined;
    this.#mending = mend(last.survey)
      .then(mended => this.#keep({ ...last, survey: this.#numbered(mended) }))
      .finally(() => {
        this.#mending = undefined;
      });
    return this.#mending;
  }

  /** Takes one, once for all who want it meanwhile. */
  renew(): Promise<Survey> {
    if (!this.#running) {
      this.#running = this.#takeOne().finally(() => {
        this.#running = undefined;
      });
      // Told to those who wait for it; others may have stopped waiting.
      this.#running.catch(() => {});
    }
    return this.#running;
  }

  async #takeOne(): Promise<Survey> {
    // What is mended meanwhile would be put in its place.
    if (this.#mending) await this.#mending.catch(() => {});
    const begunAt = this.#ms();
    const survey = this.#numbered(await this.take());
    return this.#keep({ survey, begunAt, endedAt: this.#ms() });
  }

  #keep(taken: Taken): Survey {
    this.#last = taken;
    return taken.survey;
  }

  /** By the clock, so that it grows over a restart and on each replica. */
  #numbered(surveyed: Surveyed): Survey {
    const before = this.#last?.survey.revision ?? 0;
    return { ...surveyed, revision: Math.max(before + 1, this.#ms()) };
  }

  #ms(): number {
    return this.now().getTime();
  }
}

function goodUntil({ begunAt, endedAt }: Taken): number {
  const goodFor = Math.max(GIVEN_MS, (endedAt - begunAt) * TIMES_ITS_DURATION);
  return endedAt + Math.min(goodFor, GIVEN_AT_MOST_MS);
}
