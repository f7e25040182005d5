import { pause } from '../network/pause';

/** At least so long is a judgement given to all who ask, in milliseconds. */
const GIVEN_MS = 1_000;

/** And as many times as long as it took, but no longer than the next. */
const TIMES_ITS_DURATION = 20;
const GIVEN_AT_MOST_MS = 60_000;

/** Whoever asks waits so long for a newer one before he is given the last. */
const NEWER_WITHIN_MS = 1_000;

/**
 * What was judged last, taken anew when somebody asks and it is old, once for all
 * who ask meanwhile: over very many keys that takes seconds.
 */
export class Judgements<T extends { at: Date }> {
  #last?: { judged: T; goodUntil: number };
  #running?: Promise<T>;

  constructor(
    private readonly judge: () => Promise<T>,
    private readonly now: () => Date,
  ) {}

  /** Rejects when it fails and there is none from before. */
  async read(): Promise<T> {
    const last = this.#last;
    if (last && this.now().getTime() < last.goodUntil) return last.judged;
    const running = this.#run();
    // Told to those who wait for it; others may have stopped waiting.
    running.catch(() => {});
    if (!last) return running;
    const late = new AbortController();
    const lastAtLeast = pause(NEWER_WITHIN_MS, late.signal).then(
      () => last.judged,
    );
    return Promise.race([running, lastAtLeast]).finally(() => late.abort());
  }

  /** Takes one that begins now. */
  async renew(): Promise<void> {
    await this.#running?.catch(() => {});
    await this.#run();
  }

  #run(): Promise<T> {
    this.#running ??= this.#take().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #take(): Promise<T> {
    const judged = await this.judge();
    const endedAt = this.now().getTime();
    const goodFor = Math.min(
      Math.max(GIVEN_MS, (endedAt - judged.at.getTime()) * TIMES_ITS_DURATION),
      GIVEN_AT_MOST_MS,
    );
    this.#last = { judged, goodUntil: endedAt + goodFor };
    return judged;
  }
}
