import { Send } from '../wire/connect';
import { at, JsonObject, objectOf, textFieldsOf } from '../wire/json';
import { saidBy } from './failure';

/** The options of one KMS for one tenant, camelCase, tenant's overrides applied. */
export type KmsOptions = Record<string, string>;

/** Option names by their env-like spelling (ceph-csi internal/kms/vault_tokens.go). */
const envStyle: Record<string, string> = {
  KMS_PROVIDER: 'encryptionKMSType',
  VAULT_ADDR: 'vaultAddress',
  VAULT_BACKEND: 'vaultBackend',
  VAULT_BACKEND_PATH: 'vaultBackendPath',
  VAULT_DESTROY_KEYS: 'vaultDestroyKeys',
};
const played = ['vaulttokens', 'vaulttenantsa'];
const overridable =
  'vaultAddress vaultBackend vaultBackendPath vaultDestroyKeys'.split(' ');
const overridableBySa = ['tenantSAName', 'vaultAuthPath', 'vaultRole'];

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
  const name = 'csi-kms-connection-details';
  const path = `/api/v1/namespaces/${namespace}/configmaps/${name}`;
  const answer = await kubernetes('GET', path);
  if (answer.status !== 200) throw new Error(saidBy(answer));
  const entries = Object.entries(textFieldsOf(at(answer.body, 'data')));
  const connections = Object.fromEntries(entries.map(parseEntry));
  const found = connections[kmsId];
  if (!found) {
    const have = Object.keys(connections).join(' ');
    throw new Error(
      `could not get KMS configuration for "${kmsId}" (have [${have}])`,
    );
  }
  const options = textFieldsOf(fromEnvStyle(found));
  const type = options.encryptionKMSType;
  if (!played.includes(type)) {
    throw new Error(`could not find KMS provider "${type}"`);
  }
  return {
    ...options,
    ...(await tenantOverrides(kubernetes, options, tenant)),
  };
}

function parseEntry([id, text]: [string, string]): [string, JsonObject] {
  try {
    return [id, objectOf(JSON.parse(text))];
  } catch {
    throw new Error(
      `could not convert contents of "${id}" to s config section`,
    );
  }
}

function fromEnvStyle(entry: JsonObject): JsonObject {
  if (!entry.KMS_PROVIDER) return entry;
  const known = Object.entries(envStyle).filter(([env]) => entry[env]);
  return Object.fromEntries(known.map(([env, option]) => [option, entry[env]]));
}

async function tenantOverrides(
  kubernetes: Send,
  options: KmsOptions,
  tenant: string,
): Promise<KmsOptions> {
  const name = options.tenantConfigName || 'ceph-csi-kms-config';
  const path = `/api/v1/namespaces/${tenant}/configmaps/${name}`;
  const { status, body } = await kubernetes('GET', path);
  const bySa = options.encryptionKMSType === 'vaulttenantsa';
  const allowed = [...overridable, ...(bySa ? overridableBySa : [])];
  const data = Object.entries(textFieldsOf(at(body, 'data')));
  if (status !== 200) return {};
  return Object.fromEntries(
    data.filter(([option]) => allowed.includes(option)),
  );
}
