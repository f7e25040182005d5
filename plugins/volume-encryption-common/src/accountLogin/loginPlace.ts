import type { KmsConnection } from '../kmsConnection/kmsConnection';

/** The role of Kubernetes auth that Ceph CSI logs in to. @public */
export interface LoginPlace {
  /** The auth mount, such as `kubernetes`. */
  mount: string;
  role: string;
  /** Of the Vault; empty for the root. */
  namespace: string;
}

/**
 * Where Ceph CSI logs in with a tenant's ServiceAccount, by the connection after
 * the tenant's overrides (ceph-csi `internal/kms/vault_sa.go`, `vault.go`
 * detectAuthMountPath). It refuses an empty mount, and Vault an empty role.
 *
 * @public
 */
export function loginPlace({ options }: KmsConnection): LoginPlace {
  const { vaultAuthPath = 'kubernetes', vaultRole = 'csi-kubernetes' } =
    options;
  const { vaultNamespace = '', vaultAuthNamespace = vaultNamespace } = options;
  return {
    mount: mountIn(vaultAuthPath),
    role: vaultRole,
    namespace: withoutOuterSlashes(vaultAuthNamespace),
  };
}

/** What stands between `auth` and `login`; without these, all of it. */
function mountIn(path: string): string {
  const parts = path.split('/');
  const from = parts.indexOf('auth') + 1;
  const to = parts.indexOf('login');
  const between = parts.slice(from, to < 0 ? undefined : to).join('/');
  return withoutOuterSlashes((from > 0 && between) || path);
}

function withoutOuterSlashes(path: string): string {
  return path.replace(/^\/+|\/+$/g, '');
}
