import { vaultApi, type ServerAccess } from '../access/ServerAccess';
import { textsAt } from '../access/fields';
import type { JsonApi } from '../access/jsonApi';
import { enableAuth } from './authMounts';
import { USUAL_NAMES, type CustodyNames } from './CustodyNames';
import { readPolicy } from './deployFiles';
import { writePolicy } from './writePolicy';

const TOKEN_ROLE = '/v1/auth/token/roles/csi-tenant';

/** A cluster whose tenants are to keep keys in a Vault. */
export interface CustodyOptions {
  /** Name of the cluster; tenant ids begin with it. */
  cluster: string;
  /** Without them the usual ones; a second cluster on a Vault needs others. */
  names?: CustodyNames;
  /** From where tenants' tokens may be used; without it from everywhere. */
  tokenBoundCidrs?: string[];
}

/**
 * What an administrator does once for each cluster on a Vault so that its
 * tenants can keep keys: the two policies under `deploy/vault/`, and a role for
 * each custody. The auth mount must be wired first, see `wireKubernetesAuth`.
 * The token role is one for all clusters; each that is set up is added to it.
 */
export async function setUpTenantCustody(
  servers: ServerAccess,
  { cluster, names = USUAL_NAMES, tokenBoundCidrs = [] }: CustodyOptions,
): Promise<void> {
  const vault = vaultApi(servers.vaultAddr, servers.rootToken);
  await writePolicies(vault, cluster, names);
  await vault.demand({
    method: 'POST',
    path: `/v1/auth/${names.authMount}/role/${names.role}`,
    body: kubernetesRole(names.policy),
  });
  const aliases = [...(await knownAliases(vault)), `${cluster}.*`];
  await vault.demand({
    method: 'POST',
    path: TOKEN_ROLE,
    body: tokenRole([...new Set(aliases)], tokenBoundCidrs),
  });
}

async function writePolicies(
  vault: JsonApi,
  cluster: string,
  { authMount, policy }: CustodyNames,
): Promise<void> {
  const policies = {
    [policy]: readPolicy('csi-tenant-sa.hcl', {
      CLUSTER: cluster,
      KUBERNETES_AUTH_ACCESSOR: await enableAuth(
        vault,
        'kubernetes',
        authMount,
      ),
    }),
    'csi-tenant-token': readPolicy('csi-tenant-token.hcl', {
      TOKEN_AUTH_ACCESSOR: await enableAuth(vault, 'token'),
    }),
  };
  for (const [name, text] of Object.entries(policies)) {
    await writePolicy(vault, name, text);
  }
}

/**
 * For `vaulttenantsa`. Ceph CSI logs in for every operation and revokes
 * nothing, hence short batch tokens; it asks for its token without an audience,
 * hence none here (ceph-csi internal/kms/vault_sa.go).
 */
function kubernetesRole(policy: string) {
  return {
    bound_service_account_names: ['ceph-csi-vault-sa'],
    bound_service_account_namespace_selector: JSON.stringify({
      matchLabels: { 'csi-kms': 'enabled' },
    }),
    token_policies: [policy],
    token_no_default_policy: true,
    token_type: 'batch',
    token_ttl: '10m',
  };
}

/** Of the clusters that were set up before. */
async function knownAliases(vault: JsonApi): Promise<string[]> {
  const { status, body } = await vault.send({
    method: 'GET',
    path: TOKEN_ROLE,
  });
  if (status === 404) return [];
  return textsAt(body, 'data', 'allowed_entity_aliases');
}

/**
 * For `vaulttokens`. Orphan: a tenant's token must outlive the token that
 * minted it. Periodic: it lives as long as it is renewed.
 */
function tokenRole(aliases: string[], boundCidrs: string[]) {
  return {
    allowed_policies: ['csi-tenant-token'],
    disallowed_policies: ['default'],
    allowed_entity_aliases: aliases,
    orphan: true,
    renewable: true,
    token_period: '720h',
    token_no_default_policy: true,
    token_type: 'service',
    token_bound_cidrs: boundCidrs,
  };
}
