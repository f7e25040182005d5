import { notUnderstood, type PolicyToken } from './policyTokens';

/** Reads tokens one after the other. */
export class TokenReader {
  readonly #all: readonly PolicyToken[];
  #at = 0;

  constructor(all: readonly PolicyToken[]) {
    this.#all = all;
  }

  next(): PolicyToken {
    const token = this.#all[this.#at];
    if (this.#at < this.#all.length - 1) this.#at += 1;
    return token;
  }

  isAt(kind: PolicyToken['kind']): boolean {
    return this.#all[this.#at].kind === kind;
  }

  expect(kind: PolicyToken['kind']): PolicyToken {
    const token = this.next();
    if (token.kind !== kind) throw notUnderstood(token.line);
    return token;
  }

  /** Goes over the sign if it comes next. */
  skips(sign: string): boolean {
    const { kind, value } = this.#all[this.#at];
    const isNext = kind === 'sign' && value === sign;
    if (isNext) this.next();
    return isNext;
  }
}
