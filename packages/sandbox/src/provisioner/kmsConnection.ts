import { Send } from '../wire/connect';
import { at, mapFields, objectOf, textFieldsOf } from '../wire/json';
import { saidBy } from './failure';

/** The options of one KMS for one tenant, camelCase, the tenant's overrides applied. */
export type KmsOptions = Record<string, string>;

/** Option names by their env-like spelling (ceph-csi internal/kms/vault_tokens.go). */
const envStyle: Record<string, string> = {
  KMS_PROVIDER: 'encryptionKMSType',
  VAULT_ADDR: 'vaultAddress',
  VAULT_BACKEND: 'vaultBackend',
  VAULT_BACKEND_PATH: 'vaultBackendPath',
  VAULT_DESTROY_KEYS: 'vaultDestroyKeys',
};
const overridable: Record<string, RegExp> = {
  vaulttokens: /^vault(Address|Backend|BackendPath|DestroyKeys)$/,
  vaulttenantsa:
    /^(vault(Address|Backend|BackendPath|DestroyKeys|AuthPath|Role)|tenantSAName)$/,
};

/**
 * Reads the connection of a KMS id, and what the tenant's ConfigMap changes in it.
 *
 * @throws Error with Ceph CSI's text; one entry that is not JSON stops them all
 */
export async function readKmsOptions(
  kubernetes: Send,
  kmsId: string,
  { namespace, tenant }: { namespace: string; tenant: string },
): Promise<KmsOptions> {
  const configMap = (home: string, name: string) =>
    kubernetes('GET', `/api/v1/namespaces/${home}/configmaps/${name}`);
  const answer = await configMap(namespace, 'csi-kms-connection-details');
  if (answer.status !== 200) throw new Error(saidBy(answer));
  const all = mapFields(textFieldsOf(at(answer.body, 'data')), parseEntry);
  const have = Object.keys(all).join(' ');
  if (!all[kmsId]) {
    throw new Error(
      `could not get KMS configuration for "${kmsId}" (have [${have}])`,
    );
  }
  const options = fromEnvStyle(all[kmsId]);
  const type = options.encryptionKMSType ?? '';
  const may = overridable[type];
  if (!may) throw new Error(`could not find KMS provider "${type}"`);
  const name = options.tenantConfigName || 'ceph-csi-kms-config';
  const { status, body } = await configMap(tenant, name);
  const given = Object.entries(textFieldsOf(at(body, 'data')));
  const changes = given.filter(([it]) => status === 200 && may.test(it));
  return { ...options, ...Object.fromEntries(changes) };
}

function parseEntry(text: string, id: string): KmsOptions {
  try {
    return textFieldsOf(objectOf(JSON.parse(text)));
  } catch {
    throw new Error(
      `could not convert contents of "${id}" to s config section`,
    );
  }
}

function fromEnvStyle(entry: KmsOptions): KmsOptions {
  if (!entry.KMS_PROVIDER) return entry;
  const known = Object.entries(envStyle).filter(([env]) => entry[env]);
  return Object.fromEntries(known.map(([env, option]) => [option, entry[env]]));
}
