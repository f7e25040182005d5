import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  createCustodianToken,
  createPortalIdentity,
  kubernetesApi,
  playCephCsi,
  setUpTenantCustody,
  wireKubernetesAuth,
  writeKubeconfig,
  type PortalIdentity,
  type Testbed,
} from 'testbed';
import { startPortal, type Portal } from './startPortal';

/** The cluster's name in the portal and in the ids of its tenants. */
export const clusterName = 'testbed';

/** A portal with the rights that it has on the real servers. */
export interface TestbedPortal extends Portal {
  identity: PortalIdentity;
  /** All tokens that it was given. */
  secrets: string[];
}

/**
 * Does what an administrator does once, plays Ceph CSI, and starts the portal
 * with its own least rights on the real servers.
 */
export async function startPortalOnTestbed(
  testbed: Testbed,
): Promise<TestbedPortal> {
  await wireKubernetesAuth(testbed);
  await setUpTenantCustody(testbed, { cluster: clusterName });
  const stopPlaying = await playCephCsi(testbed, clusterName);
  const identity = await createPortalIdentity(testbed);
  const { kubernetesToken, vaultToken } = identity;
  const custodianToken = await createCustodianToken(testbed);
  const folder = mkdtempSync(path.join(tmpdir(), 'volume-encryption-e2e-'));
  const kubeconfig = path.join(folder, 'portal.kubeconfig');
  writeKubeconfig(kubeconfig, testbed.kubernetes, kubernetesToken);
  const keep = (name: string, token: string) => {
    const file = path.join(folder, name);
    writeFileSync(file, token, { mode: 0o600 });
    return file;
  };
  const portal = await startPortal([
    `--kubeconfig=${kubeconfig}`,
    `--cluster-name=${clusterName}`,
    `--vault=${testbed.vaultAddr}`,
    `--vault-token-file=${keep('vault-token', vaultToken)}`,
    `--vault-custodian-token-file=${keep('custodian-token', custodianToken)}`,
  ]);
  return {
    ...portal,
    identity,
    secrets: [kubernetesToken, vaultToken, custodianToken],
    stop: async () => {
      await stopPlaying();
      const code = await portal.stop();
      rmSync(folder, { recursive: true });
      return code;
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
