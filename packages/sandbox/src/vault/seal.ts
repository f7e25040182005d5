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
    const shares = Array.from({ length: Number(secret_shares) }, () =>
      randomBytes(33),
    );
    this.#shares = shares.map(it => it.toString('base64'));
    this.#threshold = Number(secret_threshold);
    const keys = shares.map(it => it.toString('hex'));
    return { keys, keys_base64: this.#shares };
  }

  /** `sys/unseal`: a wrong share is noticed when the threshold is reached. */
  offer({ key }: JsonObject): WireReply {
    const text = textOf(key);
    const isHex = /^[0-9a-f]{66}$/.test(text);
    const share = isHex ? Buffer.from(text, 'hex').toString('base64') : text;
    if (this.sealed) this.#given.add(share);
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
    const { sealed } = this;
    return {
      type: 'shamir',
      initialized: this.#shares.length > 0,
      sealed,
      t: this.#threshold,
      n: this.#shares.length,
      progress: this.#given.size,
      nonce: '',
      version,
      migration: false,
      recovery_seal: false,
      storage_type: 'inmem',
      ...(!sealed && cluster),
    };
  }

  /** `sys/health`: the body says it all, the caller may choose the status code. */
  health(now: Date, query: URLSearchParams): WireReply {
    const { initialized, sealed, ...status } = this.status();
    const open = sealed ? 'sealedcode' : 'activecode';
    const name = initialized ? open : 'uninitcode';
    const code = query.get(name) ?? `${usualCodes[name]}`;
    if (!/^\d{3}$/.test(code)) throw refusal(400);
    const mode = sealed ? 'unknown' : 'disabled';
    const replication = {
      performance_standby: false,
      replication_performance_mode: mode,
      replication_dr_mode: mode,
    };
    const server_time_utc = Math.floor(now.getTime() / 1000);
    const { cluster_name, cluster_id } = status;
    const state = { initialized, sealed, standby: sealed, ...replication };
    const rest = { server_time_utc, version, cluster_name, cluster_id };
    return { status: Number(code), body: { ...state, ...rest } };
  }
}
