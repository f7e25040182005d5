import { readFileSync } from 'node:fs';
import {
  kubernetesApi,
  vaultApi,
  type ServerAccess,
} from '../access/ServerAccess';
import { applyManifests } from './applyManifests';
import { enableAuth } from './authMounts';
import { USUAL_NAMES } from './CustodyNames';
import { readManifests } from './deployFiles';
import { serviceAccountToken } from './serviceAccountToken';

/**
 * Lets ServiceAccounts of the cluster log in to Vault at an auth mount:
 * Vault has the API server review their tokens, as the ServiceAccount of
 * `deploy/kubernetes/vault-token-reviewer.yaml`.
 * @param authMount - of each cluster on a Vault another
 * @returns the accessor of the auth mount, which policies name
 */
export async function wireKubernetesAuth(
  servers: ServerAccess,
  authMount = USUAL_NAMES.authMount,
): Promise<string> {
  const kubernetes = kubernetesApi(servers.kubernetes);
  await applyManifests(kubernetes, readManifests('vault-token-reviewer.yaml'));
  const reviewerToken = await serviceAccountToken(kubernetes, {
    namespace: 'volume-encryption',
    name: 'vault-token-reviewer',
  });
  const vault = vaultApi(servers.vaultAddr, servers.rootToken);
  const accessor = await enableAuth(vault, 'kubernetes', authMount);
  await vault.demand({
    method: 'POST',
    path: `/v1/auth/${authMount}/config`,
    body: {
      kubernetes_host: servers.kubernetes.url,
      kubernetes_ca_cert: readFileSync(servers.kubernetes.caFile, 'utf8'),
      token_reviewer_jwt: reviewerToken,
    },
  });
  return accessor;
}
