import { connect } from '../wire/connect';
import { at, Json, mapFields, textFieldsOf, textOf } from '../wire/json';
import { CephSite } from './CephCsi';
import { saidBy, saidByVault, unanswered } from './wordings';

/** The options of one KMS for one tenant, camelCase, the tenant's overrides applied. */
type KmsOptions = Record<string, string>;

const failedLogin =
  'failed connecting to Vault: failed to get the authentication token: unable to log in with Kubernetes auth: ';

/** A tenant's way to his keys: his own token on his own part of Vault. */
class Custody {
  constructor(
    readonly options: KmsOptions,
    readonly token = '',
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

const known = /^(vaulttokens|vaulttenantsa)$/;
/** What a tenant may override (ceph-csi internal/kms/vault_sa.go). */
const overridable =
  /^(vault(Address|Backend|BackendPath|DestroyKeys|AuthPath|Role)|tenantSAName)$/;

/** The KMS connections of the cluster, as Ceph CSI reads them; all errors have its text. */
export class KmsConnections {
  constructor(private readonly site: CephSite) {}

  /** Enters a tenant's custody in a KMS, with his token Secret or his ServiceAccount. */
  async enter(kmsId: string, tenant: string): Promise<Custody> {
    const options = await this.#optionsOf(kmsId, tenant);
    const other = 'the sandbox plays vaultBackend "kv-v2" only';
    if (options.vaultBackend !== 'kv-v2') throw new Error(other);
    return options.encryptionKMSType === 'vaulttokens'
      ? new Custody(options, await this.#tokenOf(tenant, options))
      : new Custody(options).login(await this.#jwtOf(tenant, options));
  }

  async #optionsOf(kmsId: string, tenant: string): Promise<KmsOptions> {
    const details = 'configmaps/csi-kms-connection-details';
    const answer = await this.#get(this.site.namespace, details);
    if (answer.status !== 200) throw new Error(saidBy(answer));
    const all = mapFields(textFieldsOf(at(answer.body, 'data')), parseEntry);
    const have = `(have [${Object.keys(all).join(' ')}])`;
    const unknown = `could not get KMS configuration for "${kmsId}" ${have}`;
    if (!all[kmsId]) throw new Error(unknown);
    const { encryptionKMSType: type = '', tenantConfigName } = all[kmsId];
    const noProvider = `could not find KMS provider "${type}"`;
    if (!known.test(type)) throw new Error(noProvider);
    const name = tenantConfigName || 'ceph-csi-kms-config';
    const { body } = await this.#get(tenant, `configmaps/${name}`);
    const given = Object.entries(textFieldsOf(at(body, 'data')));
    const changes = given.filter(([option]) => overridable.test(option));
    return { ...all[kmsId], ...Object.fromEntries(changes) };
  }

  async #tokenOf(tenant: string, options: KmsOptions): Promise<string> {
    const { tenantTokenName: name = 'ceph-csi-kms-token' } = options;
    const answer = await this.#get(tenant, `secrets/${name}`);
    const failed = `failed fetching token from ${tenant}/${name}`;
    if (answer.status !== 200) throw new Error(`${failed}: ${saidBy(answer)}`);
    const token = textOf(at(answer.body, 'data', 'token'));
    if (!token) throw new Error(`${failed}: failed to parse token`);
    return Buffer.from(token, 'base64').toString();
  }

  async #jwtOf(tenant: string, options: KmsOptions): Promise<string> {
    const { tenantSAName: name = 'ceph-csi-vault-sa' } = options;
    const path = `serviceaccounts/${name}`;
    const failed = `failed setting up token for ${tenant}/${name}: failed to`;
    const account = await this.#get(tenant, path);
    const get = `get ServiceAccount ${tenant}/${name}: ${saidBy(account)}`;
    if (account.status !== 200) throw new Error(`${failed} ${get}`);
    const apiVersion = 'authentication.k8s.io/v1';
    const request = { kind: 'TokenRequest', apiVersion, spec: {} };
    const token = `/api/v1/namespaces/${tenant}/${path}/token`;
    const issued = await this.site.kubernetes('POST', token, request);
    const find = `find/create ServiceAccount token ${tenant}/${name}`;
    const jwt = textOf(at(issued.body, 'status', 'token'));
    if (!jwt) throw new Error(`${failed} ${find}: ${saidBy(issued)}`);
    return jwt;
  }

  #get(home: string, path: string) {
    return this.site.kubernetes('GET', `/api/v1/namespaces/${home}/${path}`);
  }
}

function parseEntry(text: string, id: string): KmsOptions {
  try {
    return textFieldsOf(JSON.parse(text));
  } catch {
    const what = `contents of "${id}" to s config section`;
    throw new Error(`could not convert ${what}`);
  }
}
