/** Milliseconds for which a right that was given is believed. */
const BELIEVED_MS = 5_000;

const MAX_GRANTS = 10_000;

interface Grant<T> {
  given: Promise<T>;
  askedAt: number;
}

/**
 * Rights to read that were given of late, with what they were given for: asked
 * for once for all who ask at the same time, and not again for some seconds. A
 * denial or an error is told to those who asked and forgotten.
 */
export class RecentGrants<T> {
  readonly #grants = new Map<string, Grant<T>>();

  constructor(private readonly now: () => Date) {}

  /** What `key` was granted lately, or what `request` resolves with or throws. */
  async get(key: string, request: () => Promise<T>): Promise<T> {
    const askedAt = this.now().getTime();
    const before = this.#grants.get(key);
    if (before && askedAt - before.askedAt < BELIEVED_MS) return before.given;
    const grant = { given: request(), askedAt };
    this.#remember(key, grant);
    try {
      return await grant.given;
    } catch (error) {
      if (this.#grants.get(key) === grant) this.#grants.delete(key);
      throw error;
    }
  }

  /** In the order of asking, so that the first ones are the oldest. */
  #remember(key: string, grant: Grant<T>): void {
    this.#grants.delete(key);
    this.#grants.set(key, grant);
    const [oldest] = this.#grants.keys();
    if (this.#grants.size > MAX_GRANTS) this.#grants.delete(oldest);
  }
}
