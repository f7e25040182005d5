import { readFileSync } from 'node:fs';
import { createJsonApi, type JsonApi } from './jsonApi';

/** How to reach a Kubernetes API server as its administrator. */
export interface KubernetesAccess {
  url: string;
  /** PEM file with the certificates that vouch for `url`. */
  caFile: string;
  adminToken: string;
}

/** How to reach a cluster and a Vault as their administrator. */
export interface ServerAccess {
  kubernetes: KubernetesAccess;
  vaultAddr: string;
  rootToken: string;
}

/** The API server as the holder of `token`; as its administrator without one. */
export function kubernetesApi(
  kubernetes: KubernetesAccess,
  token = kubernetes.adminToken,
): JsonApi {
  return createJsonApi({
    url: kubernetes.url,
    headers: { authorization: `Bearer ${token}` },
    ca: readFileSync(kubernetes.caFile, 'utf8'),
  });
}

/**
 * Vault as the holder of `token`, or as nobody for the paths that need none.
 * @param ca - PEM certificates to trust instead of the system's
 */
export function vaultApi(
  vaultAddr: string,
  token?: string,
  ca?: string,
): JsonApi {
  return createJsonApi({
    url: vaultAddr,
    headers: token ? { 'x-vault-token': token } : {},
    ca,
  });
}
