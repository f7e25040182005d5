import type { KmsConnection } from './kmsConnection';

/** The role of Kubernetes auth that Ceph CSI logs in to. @public */
export interface LoginPlace {
  /** The auth mount, such as `kubernetes`. */
  mount: string;
  role: string;
  /** Of the Vault; empty for the root. */
  namespace: string;
}

/**
 * Where Ceph CSI logs in with a ServiceAccount, by a connection as it is in force
 * (ceph-csi `internal/kms/vault_sa.go`, `vault.go` detectAuthMountPath). An option
 * that is not there has its default. One that is empty is empty: Ceph CSI refuses
 * such a mount, and Vault such a role; only the namespace has its default then too.
 *
 * @public
 */
export function loginPlace({ options }: KmsConnection): LoginPlace {
  const { vaultAuthPath = 'kubernetes', vaultRole = 'csi-kubernetes' } =
    options;
  const { vaultNamespace = '', vaultAuthNamespace } = options;
  return {
    mount: mountIn(vaultAuthPath),
    role: vaultRole,
    namespace: withoutOuterSlashes(vaultAuthNamespace || vaultNamespace),
  };
}

/** What follows `auth`, up to `login`; where that is nothing, all of it. */
function mountIn(path: string): string {
  const parts = path.split('/');
  const login = parts.indexOf('login');
  const before = login < 0 ? parts : parts.slice(0, login);
  const auth = before.indexOf('auth');
  const mount = auth < 0 ? [] : before.slice(auth).filter(it => it !== 'auth');
  return withoutOuterSlashes(mount.join('/') || path);
}

function withoutOuterSlashes(path: string): string {
  return path.replace(/^\/+|\/+$/g, '');
}
