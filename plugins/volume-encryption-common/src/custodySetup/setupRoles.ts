import { LABEL_CSI_KMS } from '../plan/tenantNotes';
import { TENANT_SERVICE_ACCOUNT, type SetupPlace } from './SetupPlace';

/** The namespaces whose ServiceAccounts may log in, as a label selector. */
export const NAMESPACE_SELECTOR = JSON.stringify({
  matchLabels: { [LABEL_CSI_KMS]: 'enabled' },
});

/** How long a login of Ceph CSI is good for: it logs in for each operation. */
export const LOGIN_SECONDS = 600;

/**
 * The role of Kubernetes auth for custody by ServiceAccount. Ceph CSI revokes no
 * login, hence short batch tokens, and asks for its ServiceAccount's token
 * without an audience, hence none here unless the API server's own is configured
 * (ceph-csi `internal/kms/vault_sa.go`).
 * What must be empty is said, for a role that is there keeps what is not.
 */
export function accountRole({ names, cluster }: SetupPlace) {
  const { audience, policy } = names.ofCluster(cluster);
  return {
    bound_service_account_names: [TENANT_SERVICE_ACCOUNT],
    bound_service_account_namespaces: [],
    bound_service_account_namespace_selector: NAMESPACE_SELECTOR,
    alias_name_source: 'serviceaccount_uid',
    ...(audience === undefined ? {} : { audience }),
    token_policies: [policy],
    token_no_default_policy: true,
    token_type: 'batch',
    token_ttl: LOGIN_SECONDS,
    token_max_ttl: 0,
    token_num_uses: 0,
    token_period: 0,
    token_explicit_max_ttl: 0,
    token_bound_cidrs: [],
  };
}

/**
 * The token role for custody by token, one for all clusters. Orphan: a tenant's
 * token must outlive the one that minted it. Periodic: it lives while renewed.
 * What must be empty is said here too.
 */
export function tokenRole({ names, clusters }: SetupPlace) {
  return {
    allowed_policies: [names.tokenPolicy],
    allowed_policies_glob: [],
    disallowed_policies: ['default'],
    allowed_entity_aliases: clusters.map(aliasesOf),
    orphan: true,
    renewable: true,
    token_period: names.tokenPeriod,
    token_explicit_max_ttl: 0,
    token_num_uses: 0,
    token_no_default_policy: true,
    token_type: 'service',
    path_suffix: '',
    token_bound_cidrs: [...names.tokenBoundCidrs],
  };
}

/** The ids of all tenants of a cluster, as a pattern. */
export function aliasesOf(cluster: string): string {
  return `${cluster}.*`;
}
