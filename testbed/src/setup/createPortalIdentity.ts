import { textAt } from '../access/fields';
import {
  kubernetesApi,
  vaultApi,
  type ServerAccess,
} from '../access/ServerAccess';
import { applyManifests } from './applyManifests';
import { USUAL_NAMES, type CustodyNames } from './CustodyNames';
import { readManifests, readPolicy } from './deployFiles';
import { serviceAccountToken } from './serviceAccountToken';
import { writePolicy } from './writePolicy';

/** The two tokens that the portal's backend works with. */
export interface PortalIdentity {
  kubernetesToken: string;
  vaultToken: string;
}

const POLICY = 'volume-encryption-portal';

/** In the order in which an administrator is told to apply them. */
const MANIFESTS = ['portal-admission.yaml', 'portal-rbac.yaml'];

/**
 * Gives the portal exactly the rights of `deploy/kubernetes/portal-rbac.yaml`
 * and `deploy/vault/portal-policy.hcl`, within `portal-admission.yaml`.
 * @param others - names of the other clusters on the Vault, whose set-up it is
 * to read too
 */
export async function createPortalIdentity(
  servers: ServerAccess,
  others: CustodyNames[] = [],
): Promise<PortalIdentity> {
  const kubernetes = kubernetesApi(servers.kubernetes);
  await applyManifests(kubernetes, MANIFESTS.flatMap(readManifests));
  const vault = vaultApi(servers.vaultAddr, servers.rootToken);
  await writePolicy(vault, POLICY, portalPolicy(others));
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

/** The policy with what it says of the first cluster's set-up said of all. */
function portalPolicy(others: CustodyNames[]): string {
  const usual = setUpPaths(USUAL_NAMES);
  const policy = readPolicy('portal-policy.hcl');
  const missing = usual.find(path => !policy.includes(`path "${path}"`));
  if (missing) throw new Error(`portal-policy.hcl has no path ${missing}`);
  const rules = others
    .flatMap(setUpPaths)
    .map(path => `path "${path}" { capabilities = ["read"] }\n`);
  return [policy, ...rules].join('');
}

function setUpPaths({ authMount, role, policy }: CustodyNames): string[] {
  return [
    `sys/policies/acl/${policy}`,
    `auth/${authMount}/role/${role}`,
    `auth/${authMount}/config`,
  ];
}
