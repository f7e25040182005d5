import type { ServerResponse } from 'node:http';
import { isRecord } from '../valueAt';

/** What a field may be in place of what it is. */
const STRANGE: (() => unknown)[] = [
  () => null,
  () => undefined,
  () => true,
  () => false,
  () => 0,
  () => -1,
  () => 1e300,
  () => Number.MAX_SAFE_INTEGER,
  () => '',
  () => 'text',
  () => '7',
  () => '\u0000\ud800',
  () => 'x'.repeat(1024 * 1024),
  () => [],
  () => [null, 1, 'text', [], {}],
  () => ({}),
  () => ({ constructor: null, toString: 1, length: -1 }),
  () => ({ __proto__: null, any: 'thing' }),
];

const DEEP = 100_000;

/** JSON that cannot be made from a value: `JSON.stringify` would not go so deep. */
const DEEP_TEXTS = [
  '['.repeat(DEEP) + ']'.repeat(DEEP),
  `${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}`,
];

const CONTENT_TYPES = [
  'application/json',
  'text/html',
  'application/vnd.kubernetes.protobuf',
  'application/json; charset=utf-16',
  '',
];

/** What a server would say if it were well. */
interface Answers {
  good: unknown;
  /** With a status of failure. */
  bad: unknown;
}

/** Spoils answers at random, the same for the same seed. */
export class Mangler {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /**
   * Answers with what is left of `good`, or of `bad`, by any status that HTTP
   * has, whole or in part, and called by any type.
   */
  answer(response: ServerResponse, { good, bad }: Answers): void {
    const status = this.#chance(0.6) ? 200 : 200 + this.#below(800);
    const bytes = this.bytes(status < 300 ? good : bad);
    const type = this.#pick(CONTENT_TYPES);
    if (type) response.setHeader('content-type', type);
    if (this.#chance(0.9)) response.setHeader('retry-after', '0.01');
    if (this.#chance(0.02)) response.setHeader('content-length', '7');
    response.writeHead(status);
    if (this.#chance(0.02)) response.write(bytes, () => response.destroy());
    else response.end(bytes);
  }

  /** `good` as JSON, spoilt. */
  bytes(good: unknown): Buffer {
    const text = this.#withDepth(JSON.stringify(this.#spoilt(good)) ?? '');
    const bytes = Buffer.from(text);
    if (this.#chance(0.1)) return bytes.subarray(0, this.#below(bytes.length));
    if (this.#chance(0.1) && bytes.length > 0) {
      bytes[this.#below(bytes.length)] = 0xff;
    }
    return bytes;
  }

  /** A copy in which one to three fields are something else, or gone. */
  #spoilt(good: unknown): unknown {
    const copy: { root: unknown } = { root: structuredClone(good) };
    for (let times = this.#below(4); times > 0; times--) {
      const [holder, name] = this.#pick(placesIn(copy));
      const value = this.#chance(0.1) ? 'DEEP' : this.#pick(STRANGE)();
      Object.assign(holder, { [name]: value });
    }
    return copy.root;
  }

  #withDepth(json: string): string {
    return json.replaceAll('"DEEP"', () => this.#pick(DEEP_TEXTS));
  }

  #pick<T>(items: readonly T[]): T {
    return items[this.#below(items.length)];
  }

  #chance(part: number): boolean {
    return this.#next() < part;
  }

  #below(limit: number): number {
    return Math.floor(this.#next() * limit);
  }

  /** Mulberry32, by Tommy Ettinger (public domain): 0 up to 1. */
  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}

/** Every field of a value, as its holder and its name. */
function placesIn(value: unknown): [holder: object, name: string][] {
  if (!isRecord(value) && !Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    [value, name] as [object, string],
    ...placesIn(inner),
  ]);
}
