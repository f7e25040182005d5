import {
  observed,
  type Observed,
} from 'backstage-plugin-volume-encryption-common';
import { whyUnknown } from './whyUnknown';

/** Whoever asks may not know, or there is nobody to ask. */
const REFUSALS = new Set(['denied', 'not-configured', 'not-applicable']);

/** The landing of an answer that is not to be used any more. */
const EXPIRED = 0;

interface Options<T> {
  /** How long an answer, good or bad, is good for. */
  ttlMs: number;
  /** Whether a value seen before stands in. */
  standsIn: boolean;
  /** How many keys are kept; the longest unused go. */
  limit: number;
  now: () => Date;
  /** Whether a value may be remembered; if absent, each may. */
  isLasting?: (value: T) => boolean;
}

interface Entry<T> {
  /** What the last flight brought, and when it landed (ms). */
  answer?: Observed<T>;
  landedAt: number;
  /** The last value that was really seen. */
  seen?: Observed<T>;
  flight?: Promise<Observed<T>>;
}

/**
 * Values of remote systems, asked for once for all who ask at the same time, and
 * not again until they are old. Never throws: what is not known is a fact too.
 * A value that was seen stands in, with its age, while its system cannot be
 * asked; not when the system refuses, for then nobody may know it. A value that
 * is not lasting, such as that something is absent, is told and forgotten: what
 * was made a moment ago shall not be said to be missing.
 */
export class Recent<T> {
  readonly #entries = new Map<string, Entry<T>>();

  constructor(private readonly options: Options<T>) {}

  /**
   * The value of `key`. When `deadline` resolves first, what is at hand; the
   * call goes on and its answer is there for the next reader.
   */
  async read(
    key: string,
    load: () => Promise<T>,
    deadline: Promise<void>,
  ): Promise<Observed<T>> {
    const entry = this.#entryOf(key);
    const isOld = this.#ms() - entry.landedAt >= this.options.ttlMs;
    if (entry.answer && !isOld) return entry.answer;
    entry.flight ??= this.#fly(entry, load);
    const late = deadline.then(() =>
      this.#standIn(entry, {
        status: 'unknown',
        why: 'timeout',
        detail: 'It did not answer in time.',
      }),
    );
    return Promise.race([entry.flight, late]);
  }

  /** What is at hand of `key`, or `otherwise`, without a call. */
  peek(key: string, otherwise: Observed<never>): Observed<T> {
    return this.#standIn(this.#entryOf(key), otherwise);
  }

  /** The value of `key` if it was seen less than `ms` ago, without a call. */
  seenWithin(key: string, ms: number): Observed<T> | undefined {
    return this.#seen(this.#entryOf(key), ms);
  }

  /** The same, and does not count as use: for who looks at very many keys. */
  recall(key: string, ms: number): Observed<T> | undefined {
    const entry = this.#entries.get(key);
    return entry && this.#seen(entry, ms);
  }

  /** Lets answers count as old; what was seen still stands in. */
  expire(isMeant: (key: string) => boolean): void {
    for (const [key, entry] of this.#entries) {
      if (isMeant(key)) entry.landedAt = EXPIRED;
    }
  }

  async #fly(entry: Entry<T>, load: () => Promise<T>): Promise<Observed<T>> {
    const answer = await this.#land(entry, load);
    entry.landedAt = this.#ms();
    entry.flight = undefined;
    return answer;
  }

  async #land(entry: Entry<T>, load: () => Promise<T>): Promise<Observed<T>> {
    try {
      const value = await load();
      const answer = observed(value, this.options.now().toISOString());
      const isLasting = this.options.isLasting?.(value) ?? true;
      entry.seen = entry.answer = isLasting ? answer : undefined;
      return answer;
    } catch (error) {
      const why = whyUnknown(error);
      entry.answer = this.#standIn(entry, why);
      // Nor may it be known again when the system is only slow next time.
      if (isRefusal(why)) entry.seen = undefined;
      return entry.answer;
    }
  }

  #seen({ seen, landedAt }: Entry<T>, ms: number): Observed<T> | undefined {
    if (seen?.status !== 'observed' || landedAt === EXPIRED) return undefined;
    return this.#ms() - Date.parse(seen.at) < ms ? seen : undefined;
  }

  #standIn(entry: Entry<T>, otherwise: Observed<never>): Observed<T> {
    const may = this.options.standsIn && !isRefusal(otherwise);
    return (may && entry.seen) || otherwise;
  }

  #entryOf(key: string): Entry<T> {
    const entry = this.#entries.get(key) ?? { landedAt: EXPIRED };
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > this.options.limit) this.#entries.delete(oldest);
    return entry;
  }

  #ms(): number {
    return this.options.now().getTime();
  }
}

function isRefusal(fact: Observed<never>): boolean {
  return fact.status === 'unknown' && REFUSALS.has(fact.why);
}
