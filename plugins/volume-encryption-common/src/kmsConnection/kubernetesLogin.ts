import type { KmsConnection } from './kmsConnection';

/** How Ceph CSI logs in to a Vault. */
export interface KubernetesLogin {
  authMount: string;
  role: string;
  /** Vault namespace that it logs in to; empty for none. */
  namespace: string;
}

/**
 * How Ceph CSI logs in by a connection of type `vaulttenantsa`, with its defaults
 * where the options say nothing (ceph-csi `internal/kms/vault_sa.go`, `vault.go`).
 */
export function kubernetesLogin({ options }: KmsConnection): KubernetesLogin {
  const { vaultAuthPath, vaultRole, vaultAuthNamespace } = options;
  return {
    authMount: authMountIn(vaultAuthPath || 'kubernetes'),
    role: vaultRole || 'csi-kubernetes',
    namespace: vaultAuthNamespace || options.vaultNamespace || '',
  };
}

/** What is between `auth/` and `/login`, or else all of it. */
function authMountIn(path: string): string {
  const [, between] = /auth\/(.+)\/login\/?$/.exec(path) ?? [];
  return (between ?? path).replace(/^\/+|\/+$/g, '');
}
