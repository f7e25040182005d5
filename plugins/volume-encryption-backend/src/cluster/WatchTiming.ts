/** When a watch gives up, and how long it waits before it tries again. */
export interface WatchTiming {
  /**
   * Milliseconds without a byte after which a connection counts as dead. An
   * API server sends a bookmark about once a minute; of a kind of which it has
   * seen no change it may send none (seen with 1.37).
   */
  silenceMs: number;
  /** Milliseconds of the first wait; each further one is twice as long. */
  firstDelayMs: number;
  longestDelayMs: number;
  /** From 0 to 1, so that many watches do not return at the same moment. */
  random: () => number;
}

export const usualTiming: WatchTiming = {
  silenceMs: 90_000,
  firstDelayMs: 800,
  longestDelayMs: 30_000,
  random: Math.random,
};

/** Waits that grow until something goes well. */
export class Backoff {
  /** Waits since something went well. */
  #failures = 0;

  constructor(private readonly timing: WatchTiming) {}

  /** Milliseconds: between half and the whole of what is due. */
  next(): number {
    const { firstDelayMs, longestDelayMs, random } = this.timing;
    const due = Math.min(firstDelayMs * 2 ** this.#failures, longestDelayMs);
    this.#failures++;
    return due * (0.5 + random() / 2);
  }

  reset(): void {
    this.#failures = 0;
  }
}
