import { textAt } from '../access/fields';
import {
  kubernetesApi,
  vaultApi,
  type ServerAccess,
} from '../access/ServerAccess';
import { applyManifests } from './applyManifests';
import { readManifests, readPolicy } from './deployFiles';
import { serviceAccountToken } from './serviceAccountToken';
import { writePolicy } from './setUpTenantCustody';

/** The two tokens that the portal's backend works with. */
export interface PortalIdentity {
  kubernetesToken: string;
  vaultToken: string;
}

const POLICY = 'volume-encryption-portal';

/**
 * Gives the portal exactly the rights of `deploy/kubernetes/portal-rbac.yaml`
 * and `deploy/vault/portal-policy.hcl`.
 */
export async function createPortalIdentity(
  servers: ServerAccess,
): Promise<PortalIdentity> {
  const kubernetes = kubernetesApi(servers.kubernetes);
  await applyManifests(kubernetes, readManifests('portal-rbac.yaml'));
  const vault = vaultApi(servers.vaultAddr, servers.rootToken);
  await writePolicy(vault, POLICY, readPolicy('portal-policy.hcl'));
  const { body } = await vault.demand({
    method: 'POST',
    path: '/v1/auth/token/create-orphan',
    body: { policies: [POLICY], no_default_policy: true, period: '24h' },
  });
  return {
    kubernetesToken: await serviceAccountToken(kubernetes, {
      namespace: 'volume-encryption',
      name: 'volume-encryption-portal',
    }),
    vaultToken: textAt(body, 'auth', 'client_token'),
  };
}
