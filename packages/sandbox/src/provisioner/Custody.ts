import { connect } from '../wire/connect';
import { at, Json, textOf } from '../wire/json';
import { saidByVault, unanswered } from './wordings';

/** The options of one KMS for one tenant, camelCase, the tenant's overrides applied. */
export type KmsOptions = Record<string, string>;

const failedLogin =
  'failed connecting to Vault: failed to get the authentication token: unable to log in with Kubernetes auth: ';

/** A tenant's way to his keys: his own credential on his own part of Vault. */
export class Custody {
  #token = '';

  constructor(private readonly options: KmsOptions) {}

  /** Goes on with the token that the tenant keeps in a Secret. */
  withToken(token: string): Custody {
    this.#token = token;
    return this;
  }

  /** Logs in as the tenant's ServiceAccount. */
  async login(jwt: Json): Promise<Custody> {
    const { vaultAuthPath = 'kubernetes', vaultRole: role } = this.options;
    const mount = vaultAuthPath.replace(/^.*auth\/(.+)\/login$/, '$1');
    const call = ['PUT', `auth/${mount}/login`, failedLogin] as const;
    const body = { role: role ?? 'csi-kubernetes', jwt };
    const answer = await this.#call(call, body);
    return this.withToken(textOf(at(answer, 'auth', 'client_token')));
  }

  /** Writes the passphrase of a volume where Ceph CSI would, with its double `data`. */
  async store(handle: string, passphrase: string) {
    const place = `backendPath=${this.#backend}, backendV2=true, namespace=, secretID=${handle}`;
    const failed = `failed to save the passphrase for ${handle}: saving passphrase at ${handle} request to vault failed: failed to put secret: ${place}: `;
    const path = `${this.#backend}/data/${handle}`;
    await this.#call(['PUT', path, failed], { data: { data: { passphrase } } });
  }

  /** Removes the passphrase: all its versions, unless `vaultDestroyKeys` says otherwise. */
  async delete(handle: string) {
    const destroy = (this.options.vaultDestroyKeys ?? 'true') === 'true';
    const area = destroy ? 'metadata' : 'data';
    await this.#call(['DELETE', `${this.#backend}/${area}/${handle}`, '']);
  }

  get #backend() {
    return (this.options.vaultBackendPath || 'secret').replace(/^\/|\/$/g, '');
  }

  async #call(
    [method, path, failed]: readonly [string, string, string],
    body?: Json,
  ): Promise<Json> {
    const url = `${this.options.vaultAddress}/v1/${path}`;
    const headers: Record<string, string> = { 'x-vault-token': this.#token };
    const vault = connect({ url, headers });
    const answer = await vault(method, '', body).catch(error => {
      throw new Error(failed + unanswered(method, url, error));
    });
    if (answer.status < 300) return answer.body;
    throw new Error(failed + saidByVault(`${method} ${url}`, answer));
  }
}
