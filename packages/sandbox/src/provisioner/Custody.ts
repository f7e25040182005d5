import { connect } from '../wire/connect';
import { at, Json, textOf } from '../wire/json';
import { saidByVault, unanswered } from './wordings';

/** The options of one KMS for one tenant, camelCase, the tenant's overrides applied. */
export type KmsOptions = Record<string, string>;

const failedLogin =
  'failed connecting to Vault: failed to get the authentication token: unable to log in with Kubernetes auth: ';

/** A tenant's way to his keys: his own token on his own part of Vault. */
export class Custody {
  constructor(
    private readonly options: KmsOptions,
    private readonly token = '',
  ) {}

  /** Logs in as the tenant's ServiceAccount. */
  async login(jwt: string): Promise<Custody> {
    const { vaultAuthPath = 'kubernetes', vaultRole: role } = this.options;
    const mount = vaultAuthPath.replace(/^.*auth\/(.+)\/login$/, '$1');
    const body = { role: role ?? 'csi-kubernetes', jwt };
    const path = `auth/${mount}/login`;
    const answer = await this.#call(['PUT', path, failedLogin], body);
    const token = textOf(at(answer, 'auth', 'client_token'));
    return new Custody(this.options, token);
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
    const { vaultDestroyKeys = 'true' } = this.options;
    const area = vaultDestroyKeys === 'true' ? 'metadata' : 'data';
    await this.#call(['DELETE', `${this.#backend}/${area}/${handle}`, '']);
  }

  get #backend() {
    return (this.options.vaultBackendPath || 'secret').replace(/^\/|\/$/g, '');
  }

  async #call([method, path, failed]: string[], body?: Json): Promise<Json> {
    const url = `${this.options.vaultAddress}/v1/${path}`;
    const vault = connect({ url, headers: { 'x-vault-token': this.token } });
    const answer = await vault(method, '', body).catch(error => {
      throw new Error(failed + unanswered(method, url, error));
    });
    if (answer.status < 300) return answer.body;
    throw new Error(failed + saidByVault(`${method} ${url}`, answer));
  }
}
