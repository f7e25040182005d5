import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  createPortalIdentity,
  kubernetesApi,
  playCephCsi,
  setUpTenantCustody,
  wireKubernetesAuth,
  writeKubeconfig,
  type Testbed,
} from 'testbed';
import { startPortal, type Portal } from './startPortal';

/** The cluster's name in the portal and in the ids of its tenants. */
export const clusterName = 'testbed';

/**
 * Does what an administrator does once, plays Ceph CSI, and starts the portal
 * with its own least rights on the real servers.
 */
export async function startPortalOnTestbed(
  testbed: Testbed,
): Promise<Portal & { secrets: string[] }> {
  await wireKubernetesAuth(testbed);
  await setUpTenantCustody(testbed, { cluster: clusterName });
  const stopPlaying = await playCephCsi(testbed, clusterName);
  const { kubernetesToken, vaultToken } = await createPortalIdentity(testbed);
  const folder = mkdtempSync(path.join(tmpdir(), 'volume-encryption-e2e-'));
  const kubeconfig = path.join(folder, 'portal.kubeconfig');
  writeKubeconfig(kubeconfig, testbed.kubernetes, kubernetesToken);
  const tokenFile = path.join(folder, 'vault-token');
  writeFileSync(tokenFile, vaultToken, { mode: 0o600 });
  const portal = await startPortal([
    `--kubeconfig=${kubeconfig}`,
    `--cluster-name=${clusterName}`,
    `--vault=${testbed.vaultAddr}`,
    `--vault-token-file=${tokenFile}`,
  ]);
  return {
    ...portal,
    secrets: [kubernetesToken, vaultToken],
    stop: async () => {
      await stopPlaying();
      return portal.stop();
    },
  };
}

/** A namespace that serves the payments team, as the platform team makes it. */
export async function makeNamespace(
  testbed: Testbed,
  name: string,
): Promise<void> {
  await kubernetesApi(testbed.kubernetes).demand({
    method: 'POST',
    path: '/api/v1/namespaces',
    body: {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name,
        labels: { 'csi-kms': 'enabled' },
        annotations: {
          'volume-encryption.backstage.io/owner': 'group:default/payments',
        },
      },
    },
  });
}
