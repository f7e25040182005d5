import { inspect } from 'node:util';
import type { SecretText } from 'backstage-plugin-volume-encryption-node';

const SHOWN = '[hidden]';

/** A secret that JSON, string conversion and inspection do not show. */
export class HiddenText implements SecretText {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return SHOWN;
  }

  toJSON(): string {
    return SHOWN;
  }

  [inspect.custom](): string {
    return SHOWN;
  }
}
