import { vaultApi, type ServerAccess } from '../access/ServerAccess';
import type { JsonApi } from '../access/jsonApi';
import { enableAuth } from './authMounts';
import { readPolicy } from './deployFiles';

/**
 * For `vaulttenantsa`. Ceph CSI logs in for every operation and revokes
 * nothing, hence short batch tokens; it asks for its token without an audience,
 * hence none here (ceph-csi internal/kms/vault_sa.go).
 */
const kubernetesRole = {
  bound_service_account_names: ['ceph-csi-vault-sa'],
  bound_service_account_namespace_selector: JSON.stringify({
    matchLabels: { 'csi-kms': 'enabled' },
  }),
  token_policies: ['csi-tenant-sa'],
  token_no_default_policy: true,
  token_type: 'batch',
  token_ttl: '10m',
};

/**
 * What an administrator does once on a Vault so that the tenants of a cluster
 * can keep keys: the two policies under `deploy/vault/`, and a role for each
 * custody. `auth/kubernetes` must be wired first, see `wireKubernetesAuth`.
 * @param options.cluster - name of the cluster; tenant ids begin with it
 */
export async function setUpTenantCustody(
  servers: ServerAccess,
  options: { cluster: string },
): Promise<void> {
  const vault = vaultApi(servers.vaultAddr, servers.rootToken);
  await writePolicies(vault, options.cluster);
  await vault.demand({
    method: 'POST',
    path: '/v1/auth/kubernetes/role/csi-tenant',
    body: kubernetesRole,
  });
  await vault.demand({
    method: 'POST',
    path: '/v1/auth/token/roles/csi-tenant',
    body: tokenRole(options.cluster),
  });
}

async function writePolicies(vault: JsonApi, cluster: string): Promise<void> {
  const policies = {
    'csi-tenant-sa': readPolicy('csi-tenant-sa.hcl', {
      CLUSTER: cluster,
      KUBERNETES_AUTH_ACCESSOR: await enableAuth(vault, 'kubernetes'),
    }),
    'csi-tenant-token': readPolicy('csi-tenant-token.hcl', {
      TOKEN_AUTH_ACCESSOR: await enableAuth(vault, 'token'),
    }),
  };
  for (const [name, policy] of Object.entries(policies)) {
    await writePolicy(vault, name, policy);
  }
}

export async function writePolicy(
  vault: JsonApi,
  name: string,
  policy: string,
): Promise<void> {
  await vault.demand({
    method: 'PUT',
    path: `/v1/sys/policies/acl/${name}`,
    body: { policy },
  });
}

/**
 * For `vaulttokens`. Orphan: a tenant's token must outlive the token that
 * minted it. Periodic: it lives as long as it is renewed.
 */
function tokenRole(cluster: string) {
  return {
    allowed_policies: ['csi-tenant-token'],
    disallowed_policies: ['default'],
    allowed_entity_aliases: [`${cluster}.*`],
    orphan: true,
    renewable: true,
    token_period: '720h',
    token_no_default_policy: true,
    token_type: 'service',
  };
}
