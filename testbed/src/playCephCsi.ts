import { readFileSync } from 'node:fs';
import { connect, seedKubernetes, startProvisioner } from 'sandbox';
import { textAt, valueAt } from './access/fields';
import { kubernetesApi, vaultApi } from './access/ServerAccess';
import { mountTenantKeys } from './setup/mountTenantKeys';
import type { Testbed } from './Testbed';

/**
 * Fills the servers with the sandbox's examples and has its provisioner play
 * Ceph CSI on them.
 * @param cluster - name of the cluster in the ids of its tenants
 * @returns what ends the provisioner
 */
export async function playCephCsi(
  { kubernetes, vaultAddr, rootToken }: Testbed,
  cluster: string,
): Promise<() => Promise<void>> {
  const endpoint = {
    url: kubernetes.url,
    headers: { authorization: `Bearer ${kubernetes.adminToken}` },
    ca: readFileSync(kubernetes.caFile, 'utf8'),
  };
  const vaultAddress = vaultAddr;
  await seedKubernetes(connect(endpoint), { cluster, vaultAddress });
  const { body } = await kubernetesApi(kubernetes).demand({
    method: 'GET',
    path: '/api/v1/namespaces?labelSelector=csi-kms%3Denabled',
  });
  const namespaces = valueAt(body, ['items']);
  for (const namespace of Array.isArray(namespaces) ? namespaces : []) {
    const tenant = `${cluster}.${textAt(namespace, 'metadata', 'name')}`;
    await mountTenantKeys(vaultApi(vaultAddr, rootToken), tenant);
  }
  return startProvisioner({ kubernetes: endpoint });
}
