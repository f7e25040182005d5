import { randomBytes } from 'node:crypto';
import { JsonObject, textOf } from '../wire/json';
import { WireReply } from '../wire/serve';
import { refusal, refuseIf } from './answers';

const version = '1.21.1';
const threshold = 2;

/** A Vault that is initialised, and how far it is unsealed. */
export class Seal {
  sealed = false;
  readonly shares = [1, 2, 3].map(() => randomBytes(33).toString('base64'));
  readonly #given = new Set<string>();

  /** `sys/unseal`: a wrong share is noticed when the threshold is reached. */
  offer({ key }: JsonObject): JsonObject {
    if (this.sealed) this.#given.add(textOf(key));
    if (this.#given.size >= threshold) {
      const wrong = [...this.#given].some(it => !this.shares.includes(it));
      this.#given.clear();
      refuseIf(wrong, 'Unseal failed, invalid key');
      this.sealed = false;
    }
    return this.status();
  }

  /** `sys/seal-status`. */
  status(): JsonObject {
    const [t, n, progress] = [threshold, this.shares.length, this.#given.size];
    const state = { type: 'shamir', initialized: true, sealed: this.sealed };
    return { ...state, t, n, progress, version, storage_type: 'inmem' };
  }

  /** `sys/health`: the body says it all, the caller may choose the status code. */
  health(now: Date, query: URLSearchParams): WireReply {
    const { sealed } = this;
    const [name, usual] = sealed ? ['sealedcode', 503] : ['activecode', 200];
    const code = query.get(`${name}`) ?? usual;
    if (!/^\d{3}$/.test(`${code}`)) throw refusal(400);
    const server_time_utc = Math.floor(now.getTime() / 1000);
    const state = { initialized: true, sealed, standby: sealed, version };
    const cluster_name = sealed ? undefined : 'sandbox';
    const body = { ...state, cluster_name, server_time_utc };
    return { status: Number(code), body };
  }
}
