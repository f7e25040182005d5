import { Answer, Send } from '../wire/connect';
import { at, Json, JsonObject, textOf } from '../wire/json';
import { portalPolicy, tenantPolicy } from './vaultPolicies';

export interface VaultSeed {
  /** Name of the cluster: the first part of every tenant's mount. */
  cluster: string;
  /** The API server that Vault asks about ServiceAccounts, and Vault's own token for it. */
  kubernetes: { url: string; ca?: string; reviewerToken: string };
}

/**
 * Sets Vault up as an admin does once: mounts, policies, Kubernetes auth, roles. Running
 * it again changes nothing.
 *
 * @param vault - calls Vault with a token that may do all this
 * @returns the portal's own periodic token
 */
export async function seedVault(
  vault: Send,
  { cluster, kubernetes }: VaultSeed,
): Promise<string> {
  const write = (path: string, body: JsonObject) => sure(vault, path, body);
  for (const tenant of ['payments', 'insurance']) {
    const kv = { type: 'kv', options: { version: '2' } };
    await write(`sys/mounts/csi/${cluster}.${tenant}`, kv);
  }
  await write('sys/auth/kubernetes', { type: 'kubernetes' });
  await write('auth/kubernetes/config', {
    kubernetes_host: kubernetes.url,
    token_reviewer_jwt: kubernetes.reviewerToken,
    kubernetes_ca_cert: kubernetes.ca,
  });
  const methods = await vault('GET', '/v1/sys/auth');
  const accessor = (method: string) =>
    textOf(at(methods.body, 'data', method, 'accessor'));
  const byNamespace = `${accessor('kubernetes/')}.metadata.service_account_namespace`;
  const byAlias = `${accessor('token/')}.name`;
  const policy = (name: string, text: string) =>
    write(`sys/policies/acl/${name}`, { policy: text });
  await policy('csi-tenant-sa', tenantPolicy(cluster, byNamespace));
  await policy('csi-tenant-token', tenantPolicy(cluster, byAlias));
  await policy('volume-encryption-portal', portalPolicy);
  await write('auth/kubernetes/role/csi-tenant', saRole);
  await write('auth/token/roles/csi-tenant', tokenRole);
  const issued = await write('auth/token/create', {
    policies: ['volume-encryption-portal'],
    no_default_policy: true,
    no_parent: true,
    period: '24h',
    display_name: 'volume-encryption-portal',
  });
  return textOf(at(issued.body, 'auth', 'client_token'));
}

const selector: Json = { matchLabels: { 'csi-kms': 'enabled' } };
const saRole = {
  bound_service_account_names: 'ceph-csi-vault-sa',
  bound_service_account_namespace_selector: JSON.stringify(selector),
  token_policies: 'csi-tenant-sa',
  token_no_default_policy: true,
  token_type: 'batch',
  token_ttl: '10m',
};
const tokenRole = {
  allowed_policies: 'csi-tenant-token',
  disallowed_policies: 'default',
  allowed_entity_aliases: '*',
  orphan: true,
  renewable: true,
  token_period: '720h',
  token_no_default_policy: true,
  token_type: 'service',
};

async function sure(
  vault: Send,
  path: string,
  body: JsonObject,
): Promise<Answer> {
  const answer = await vault('POST', `/v1/${path}`, body);
  const text = JSON.stringify(answer.body);
  if (answer.status < 300 || text.includes('already in use')) return answer;
  throw new Error(`Vault refused ${path}: ${text}`);
}
