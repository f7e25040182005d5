import { randomBytes, randomUUID } from 'node:crypto';
import { JsonObject, objectOf, textOf } from '../wire/json';
import { WireReply, WireRequest } from '../wire/serve';
import { refusal, secondsOf } from './answers';

const version = '1.21.1';

/** Whether Vault was initialised, and how far it is unsealed. */
export class Seal {
  sealed = true;
  #shares: string[] = [];
  #threshold = 0;
  #given = new Set<string>();

  get initialized() {
    return this.#shares.length > 0;
  }

  initialize(shares: number, threshold: number): string[] {
    const share = () => randomBytes(33).toString('hex');
    this.#shares = Array.from({ length: shares }, share);
    this.#threshold = threshold;
    return this.#shares;
  }

  close() {
    this.sealed = true;
  }

  /** Takes one share; a wrong one is noticed when the threshold is reached. */
  offer(share: string) {
    const isHex = /^[0-9a-f]+$/.test(share) && share.length === 66;
    this.#given.add(
      isHex ? share : Buffer.from(share, 'base64').toString('hex'),
    );
    if (this.#given.size < this.#threshold) return;
    const right = [...this.#given].every(it => this.#shares.includes(it));
    this.#given.clear();
    if (!right) throw refusal(400, 'Unseal failed, invalid key');
    this.sealed = false;
  }

  status(): JsonObject {
    return {
      type: 'shamir',
      initialized: this.initialized,
      sealed: this.sealed,
      t: this.#threshold,
      n: this.#shares.length,
      progress: this.#given.size,
      nonce: this.#given.size > 0 ? randomUUID() : '',
      version,
      migration: false,
      recovery_seal: false,
      storage_type: 'inmem',
      ...(!this.sealed && cluster),
    };
  }
}

const cluster = { cluster_name: 'sandbox', cluster_id: randomUUID() };

/** `sys/health`: the body says it all, the status code can be chosen by the caller. */
export function health(seal: Seal, now: Date, request: WireRequest): WireReply {
  const { initialized, sealed } = seal;
  const [name, usual] = !initialized
    ? ['uninitcode', 501]
    : sealed
      ? ['sealedcode', 503]
      : ['activecode', 200];
  const chosen = request.query.get(String(name));
  if (chosen && !/^\d+$/.test(chosen)) throw refusal(400);
  const body = {
    initialized,
    sealed,
    standby: false,
    performance_standby: false,
    replication_performance_mode: sealed ? 'unknown' : 'disabled',
    replication_dr_mode: sealed ? 'unknown' : 'disabled',
    server_time_utc: Math.floor(now.getTime() / 1000),
    version,
    enterprise: false,
    ...(!sealed && cluster),
  };
  return { status: Number(chosen ?? usual), body };
}

/** `sys/leader` of a Vault without high availability. */
export const leader: WireReply = {
  status: 200,
  body: {
    ha_enabled: false,
    is_self: false,
    leader_address: '',
    leader_cluster_address: '',
    performance_standby: false,
  },
};

/** `sys/unseal`: a share, or `reset` to start again. */
export function unseal(seal: Seal, body: JsonObject): WireReply {
  if (seal.sealed) seal.offer(textOf(objectOf(body).key));
  return { status: 200, body: seal.status() };
}

/** `sys/init`: shares of the key; `issueRoot` makes the root token. */
export function initialize(
  seal: Seal,
  body: JsonObject,
  issueRoot: () => string,
): WireReply {
  if (seal.initialized) throw refusal(400, 'Vault is already initialized');
  const shares = secondsOf(body.secret_shares);
  const threshold = secondsOf(body.secret_threshold);
  if (threshold < 1 || threshold > shares) {
    throw refusal(
      400,
      'invalid seal configuration: threshold cannot be larger than shares',
    );
  }
  const keys = seal.initialize(shares, threshold);
  const base64 = keys.map(key => Buffer.from(key, 'hex').toString('base64'));
  const root_token = issueRoot();
  return { status: 200, body: { keys, keys_base64: base64, root_token } };
}
