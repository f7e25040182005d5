import { pause } from '../network/pause';
import type { Survey } from './Survey';

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

  constructor(
    private readonly take: () => Promise<Survey>,
    private readonly now: () => Date,
  ) {}

  /** Rejects when it fails and there is none that says something of now. */
  async read(): Promise<Survey> {
    const last = this.#last;
    if (last && this.#isGood(last)) return last.survey;
    const running = this.#run();
    if (!last || this.#ms() - last.begunAt > OUTDATED_MS) return running;
    const late = new AbortController();
    const lastAtLeast = pause(NEWER_WITHIN_MS, late.signal).then(
      () => last.survey,
    );
    // A failure is told as soon as the last one is too old.
    const newer = running.catch(() => last.survey);
    return Promise.race([newer, lastAtLeast]).finally(() => late.abort());
  }

  #run(): Promise<Survey> {
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
    const begunAt = this.#ms();
    const survey = await this.take();
    this.#last = { survey, begunAt, endedAt: this.#ms() };
    return survey;
  }

  #isGood({ begunAt, endedAt }: Taken): boolean {
    const goodFor = Math.min(
      Math.max(GIVEN_MS, (endedAt - begunAt) * TIMES_ITS_DURATION),
      GIVEN_AT_MOST_MS,
    );
    return this.#ms() - endedAt < goodFor;
  }

  #ms(): number {
    return this.now().getTime();
  }
}
