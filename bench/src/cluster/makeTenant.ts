import { TEAM } from '../portal/catalog';
import type { Administrator } from './Administrator';
import { CLUSTER } from './names';

/** Makes a namespace that serves the team, as the platform team does. */
export async function makeNamespace(
  { kubernetes }: Administrator,
  name: string,
): Promise<void> {
  await kubernetes.demand({
    method: 'POST',
    path: '/api/v1/namespaces',
    body: {
      metadata: {
        name,
        labels: { 'csi-kms': 'enabled' },
        annotations: { 'volume-encryption.backstage.io/owner': TEAM },
      },
    },
  });
}

/** The KV mount of a tenant's keys. */
export function mountOf(namespace: string): string {
  return `csi/${CLUSTER}.${namespace}`;
}

/** Makes a namespace with custody `vaulttenantsa`, as the portal would leave it. */
export async function makeTenant(
  administrator: Administrator,
  namespace: string,
): Promise<void> {
  const { kubernetes, vault } = administrator;
  await makeNamespace(administrator, namespace);
  const path = `/api/v1/namespaces/${namespace}`;
  await kubernetes.demand({
    method: 'POST',
    path: `${path}/serviceaccounts`,
    body: { metadata: { name: 'ceph-csi-vault-sa' } },
  });
  await kubernetes.demand({
    method: 'POST',
    path: `${path}/configmaps`,
    body: {
      metadata: { name: 'ceph-csi-kms-config' },
      data: { vaultBackend: 'kv-v2', vaultBackendPath: mountOf(namespace) },
    },
  });
  await vault.demand({
    method: 'POST',
    path: `/v1/sys/mounts/${mountOf(namespace)}`,
    body: { type: 'kv', options: { version: '2' } },
  });
}
