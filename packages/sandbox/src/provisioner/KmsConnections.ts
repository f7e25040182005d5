import { Send } from '../wire/connect';
import { at, mapFields, objectOf, textFieldsOf, textOf } from '../wire/json';
import { Custody, KmsOptions } from './Custody';
import { saidBy } from './wordings';

/** Option names by their env-like spelling (ceph-csi internal/kms/vault_tokens.go). */
const envStyle: Record<string, string> = {
  KMS_PROVIDER: 'encryptionKMSType',
  VAULT_ADDR: 'vaultAddress',
  VAULT_BACKEND: 'vaultBackend',
  VAULT_BACKEND_PATH: 'vaultBackendPath',
  VAULT_DESTROY_KEYS: 'vaultDestroyKeys',
};
/** What a tenant may override, by KMS type. */
const overridable: Record<string, RegExp> = {
  vaulttokens: /^vault(Address|Backend|BackendPath|DestroyKeys)$/,
  vaulttenantsa:
    /^(vault(Address|Backend|BackendPath|DestroyKeys|AuthPath|Role)|tenantSAName)$/,
};

/** The KMS connections of the cluster, as Ceph CSI reads them; all errors have its text. */
export class KmsConnections {
  constructor(
    private readonly kubernetes: Send,
    private readonly namespace: string,
  ) {}

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
    const answer = await this.#get(this.namespace, details);
    if (answer.status !== 200) throw new Error(saidBy(answer));
    const all = mapFields(textFieldsOf(at(answer.body, 'data')), parseEntry);
    const have = `(have [${Object.keys(all).join(' ')}])`;
    const options = all[kmsId];
    const unknown = `could not get KMS configuration for "${kmsId}" ${have}`;
    if (!options) throw new Error(unknown);
    const type = options.encryptionKMSType ?? '';
    const may = overridable[type];
    if (!may) throw new Error(`could not find KMS provider "${type}"`);
    const name = options.tenantConfigName || 'ceph-csi-kms-config';
    const { body } = await this.#get(tenant, `configmaps/${name}`);
    const given = Object.entries(textFieldsOf(at(body, 'data')));
    const changes = given.filter(([option]) => may.test(option));
    return { ...options, ...Object.fromEntries(changes) };
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
    const issued = await this.kubernetes('POST', token, request);
    const find = `find/create ServiceAccount token ${tenant}/${name}`;
    const jwt = textOf(at(issued.body, 'status', 'token'));
    if (!jwt) throw new Error(`${failed} ${find}: ${saidBy(issued)}`);
    return jwt;
  }

  #get(namespace: string, path: string) {
    return this.kubernetes('GET', `/api/v1/namespaces/${namespace}/${path}`);
  }
}

function parseEntry(text: string, id: string): KmsOptions {
  try {
    const entry = textFieldsOf(objectOf(JSON.parse(text)));
    if (!entry.KMS_PROVIDER) return entry;
    const known = Object.keys(envStyle).filter(it => entry[it]);
    return Object.fromEntries(known.map(it => [envStyle[it], entry[it]]));
  } catch {
    const what = `contents of "${id}" to s config section`;
    throw new Error(`could not convert ${what}`);
  }
}
