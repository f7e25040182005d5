/**
 * Does something after it was wanted, once for all who want it meanwhile, and
 * never twice at a time.
 */
export class Paced {
  #isWanted = false;
  #isActing = false;
  #timer?: NodeJS.Timeout;

  constructor(
    /** Milliseconds to wait before. */
    private readonly waitMs: () => number,
    /** Does not reject. */
    private readonly act: () => Promise<void>,
  ) {}

  want(): void {
    this.#isWanted = true;
    if (this.#isActing || this.#timer) return;
    this.#timer = setTimeout(() => void this.#begin(), this.waitMs());
  }

  /** Does not do what is wanted and not begun. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#isWanted = false;
  }

  async #begin(): Promise<void> {
    this.#timer = undefined;
    this.#isWanted = false;
    this.#isActing = true;
    await this.act();
    this.#isActing = false;
    if (this.#isWanted) this.want();
  }
}
