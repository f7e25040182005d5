import type { Kms } from 'backstage-plugin-volume-encryption-node';
import { pause } from '../network/pause';
import type { AssuranceParts } from './AssuranceParts';
import { IsolationRun } from './IsolationRun';

/** So long the pages of a list are those of one run. */
const KEPT_MS = 30_000;
/** An answer does not wait longer than this for all rows. */
const WAIT_MS = 5_000;

interface Kept {
  run: Promise<IsolationRun>;
  /** ms; absent while it goes on. */
  endedAt?: number;
}

/** Looks at all tenants of a KMS once for all who ask at the same time. */
export class IsolationRuns {
  readonly #kept = new Map<string, Kept>();
  readonly #parts: AssuranceParts;

  constructor(parts: AssuranceParts) {
    this.#parts = parts;
  }

  /** A run that ended some moments ago at most; it may still go on. */
  async latest(kms: Kms): Promise<IsolationRun> {
    const run = await this.#fresh(kms).run;
    const answered = new AbortController();
    await Promise.race([run.done, pause(WAIT_MS, answered.signal)]);
    answered.abort();
    return run;
  }

  #fresh(kms: Kms): Kept {
    const kept = this.#kept.get(kms.name);
    const age = this.#now() - (kept?.endedAt ?? this.#now());
    return kept && age < KEPT_MS ? kept : this.#begin(kms);
  }

  #begin(kms: Kms): Kept {
    const begun: Kept = { run: IsolationRun.begin(this.#parts, kms) };
    const end = () => {
      begun.endedAt = this.#now();
    };
    // One that could not begin is not kept.
    const forget = () => this.#kept.delete(kms.name);
    void begun.run.then(({ done }) => done.then(end), forget);
    this.#kept.set(kms.name, begun);
    return begun;
  }

  #now(): number {
    return this.#parts.now().getTime();
  }
}
