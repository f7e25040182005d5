import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Send } from '../wire/connect';
import { at, JsonObject, textOf } from '../wire/json';

export interface VaultSeed {
  /** Name of the cluster: the first part of every tenant's mount. */
  cluster: string;
  /** The API server that Vault asks about ServiceAccounts, and Vault's own token for it. */
  kubernetes: { url: string; ca?: string; reviewerToken: string };
}

/**
 * Sets Vault up as an admin does once: mounts, policies, Kubernetes auth, roles. What is
 * mounted already stays.
 *
 * @param vault - calls Vault with a token that may do all this
 * @returns the portal's own periodic token
 * @throws Error with what Vault refused
 */
export async function seedVault(
  vault: Send,
  { cluster, kubernetes }: VaultSeed,
): Promise<string> {
  const write = async (path: string, body: JsonObject) => {
    const answer = await vault('POST', `/v1/${path}`, body);
    const said = JSON.stringify(answer.body);
    const fine = answer.status < 300 || said.includes('already in use');
    if (!fine) throw new Error(`Vault refused ${path}: ${said}`);
    return answer.body;
  };
  const kv = { type: 'kv', options: { version: '2' } };
  await write(`sys/mounts/csi/${cluster}.payments`, kv);
  await write(`sys/mounts/csi/${cluster}.insurance`, kv);
  await write('sys/auth/kubernetes', { type: 'kubernetes' });
  await write('auth/kubernetes/config', {
    kubernetes_host: kubernetes.url,
    token_reviewer_jwt: kubernetes.reviewerToken,
    kubernetes_ca_cert: kubernetes.ca,
  });
  const { body } = await vault('GET', '/v1/sys/auth');
  const alias = (method: string, field: string) => {
    const accessor = at(body, 'data', `${method}/`, 'accessor');
    return `{{identity.entity.aliases.${accessor}.${field}}}`;
  };
  const namespace = alias('kubernetes', 'metadata.service_account_namespace');
  const policies = {
    'csi-tenant-sa': tenantPolicy(`${cluster}.${namespace}`),
    'csi-tenant-token': tenantPolicy(alias('token', 'name')),
    'volume-encryption-portal': portalPolicy,
  };
  for (const [name, policy] of Object.entries(policies)) {
    await write(`sys/policies/acl/${name}`, { policy });
  }
  await write('auth/kubernetes/role/csi-tenant', serviceAccountRole);
  await write('auth/token/roles/csi-tenant', tokenRole);
  const issued = await write('auth/token/create', {
    policies: ['volume-encryption-portal'],
    no_default_policy: true,
    no_parent: true,
    period: '24h',
    display_name: 'volume-encryption-portal',
  });
  return textOf(at(issued, 'auth', 'client_token'));
}

const portalPolicy = readFileSync(join(__dirname, 'portal-policy.hcl'), 'utf8');

/** What a tenant may do on his mount; `tenant` is its name, or a template for it. */
const tenantPolicy = (tenant: string) =>
  `path "csi/${tenant}/data/*"     { capabilities = ["create", "update", "read", "delete"] }
path "csi/${tenant}/metadata/*" { capabilities = ["read", "delete"] }
`;

const serviceAccountRole = {
  bound_service_account_names: 'ceph-csi-vault-sa',
  bound_service_account_namespace_selector:
    '{"matchLabels":{"csi-kms":"enabled"}}',
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
