import { randomBytes, randomUUID } from 'node:crypto';
import { JsonObject, textOf } from '../wire/json';
import { WireReply } from '../wire/serve';
import { refusal, refuseIf } from './answers';

const version = '1.21.1';
const cluster = { cluster_name: 'sandbox', cluster_id: randomUUID() };
const usualCodes = { uninitcode: 501, sealedcode: 503, activecode: 200 };

/** Whether Vault is initialised, and how far it is unsealed. */
export class Seal {
  sealed = true;
  #shares: string[] = [];
  #threshold = 0;
  readonly #given = new Set<string>();

  /** `sys/init`, but for the root token: answers with the shares. */
  initialize({ secret_shares, secret_threshold }: JsonObject) {
    refuseIf(this.#shares.length > 0, 'Vault is already initialized');
    const share = () => randomBytes(33).toString('base64');
    this.#shares = Array.from({ length: Number(secret_shares) }, share);
    this.#threshold = Number(secret_threshold);
    return { keys_base64: this.#shares };
  }

  /** `sys/unseal`: a wrong share is noticed when the threshold is reached. */
  offer({ key }: JsonObject): WireReply {
    if (this.sealed) this.#given.add(textOf(key));
    if (this.sealed && this.#given.size >= this.#threshold) {
      const wrong = [...this.#given].some(it => !this.#shares.includes(it));
      this.#given.clear();
      refuseIf(wrong, 'Unseal failed, invalid key');
      this.sealed = false;
    }
    return { status: 200, body: this.status() };
  }

  /** `sys/seal-status`. */
  status(): JsonObject {
    const [t, n] = [this.#threshold, this.#shares.length];
    const { sealed } = this;
    const progress = { t, n, progress: this.#given.size, nonce: '' };
    const state = { initialized: n > 0, sealed, ...progress, version };
    const kind = { type: 'shamir', storage_type: 'inmem', migration: false };
    return { ...kind, ...state, ...(!sealed && cluster) };
  }

  /** `sys/health`: the body says it all, the caller may choose the status code. */
  health(now: Date, query: URLSearchParams): WireReply {
    const { initialized, cluster_name, cluster_id } = this.status();
    const { sealed } = this;
    const open = sealed ? 'sealedcode' : 'activecode';
    const name = initialized ? open : 'uninitcode';
    const code = query.get(name) ?? `${usualCodes[name]}`;
    if (!/^\d{3}$/.test(code)) throw refusal(400);
    const server_time_utc = Math.floor(now.getTime() / 1000);
    const about = { server_time_utc, version, cluster_name, cluster_id };
    const body = { initialized, sealed, standby: sealed, ...about };
    return { status: Number(code), body };
  }
}
