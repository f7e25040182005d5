/** So many answers to different questions are kept of one source. */
const MAX_KEPT = 20;

/**
 * What was worked out from a source, until another one takes its place: the pages
 * of one list rest on the same work.
 */
export class RecentDerivations {
  #source?: object;
  readonly #kept = new Map<string, { value: unknown }>();

  /** What `derive` makes of the source for this question, or made of it before. */
  get<T>(source: object, question: string, derive: () => T): T {
    if (source !== this.#source) this.#kept.clear();
    this.#source = source;
    const before = this.#kept.get(question);
    // The question says what it is of.
    if (before) return before.value as T;
    const value = derive();
    this.#kept.set(question, { value });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MAX_KEPT) this.#kept.delete(oldest);
    return value;
  }
}
