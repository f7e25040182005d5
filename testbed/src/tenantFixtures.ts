import { textAt } from './access/fields';
import type { JsonApi } from './access/jsonApi';
import {
  kubernetesApi,
  vaultApi,
  type ServerAccess,
} from './access/ServerAccess';
import { serviceAccountToken } from './setup/serviceAccountToken';

/** Makes a namespace with the ServiceAccount that Ceph CSI uses for its keys. */
export async function createTenantNamespace(
  kubernetes: JsonApi,
  name: string,
  labels: Record<string, string>,
): Promise<void> {
  await kubernetes.demand({
    method: 'POST',
    path: '/api/v1/namespaces',
    body: { metadata: { name, labels } },
  });
  await kubernetes.demand({
    method: 'POST',
    path: `/api/v1/namespaces/${name}/serviceaccounts`,
    body: { metadata: { name: 'ceph-csi-vault-sa' } },
  });
}

/**
 * As Ceph CSI does for `vaulttenantsa`; returns the Vault token.
 * @param authMount - that of the cluster
 */
export async function logInAsTenant(
  servers: ServerAccess,
  namespace: string,
  authMount = 'kubernetes',
): Promise<string> {
  const jwt = await serviceAccountToken(kubernetesApi(servers.kubernetes), {
    namespace,
    name: 'ceph-csi-vault-sa',
  });
  const { body } = await vaultApi(servers.vaultAddr).demand({
    method: 'POST',
    path: `/v1/auth/${authMount}/login`,
    body: { role: 'csi-tenant', jwt },
  });
  return textAt(body, 'auth', 'client_token');
}

/** As the portal does for `vaulttokens`; returns the Vault token. */
export async function mintTenantToken(
  portal: JsonApi,
  tenant: string,
): Promise<string> {
  const { body } = await portal.demand({
    method: 'POST',
    path: '/v1/auth/token/create/csi-tenant',
    body: { entity_alias: tenant, meta: { tenant } },
  });
  return textAt(body, 'auth', 'client_token');
}
