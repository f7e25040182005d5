import { at, textOf } from './json';
import { vaultCaller } from './administrator';
import { clusterName, type OperationsUnderTest } from './OperationsUnderTest';
import type { Workbench } from './Workbench';

/** What an object shows of its maker. */
const OURS = 'backstage-volume-encryption';

/** What is there of a tenant when all is done, whichever way it was reached. */
export const finishedTenant = {
  mount: { type: 'kv', version: '2' },
  configMap: { managedBy: OURS, vaultBackend: 'kv-v2', isOwnPath: true },
};

/** The tenant's mount and ConfigMap as the administrators see them. */
export async function tenantEnd({ namespace, kubernetes, vault }: Workbench) {
  const path = `csi/${clusterName}.${namespace}`;
  const mount = await vault('GET', `/v1/sys/mounts/${path}`);
  const configMap = await kubernetes(
    'GET',
    `/api/v1/namespaces/${namespace}/configmaps/ceph-csi-kms-config`,
  );
  const mounted = at(mount, 'data');
  return {
    mount: {
      type: at(mounted, 'type'),
      version: at(mounted, 'options', 'version'),
    },
    configMap: {
      managedBy: managerOf(configMap),
      vaultBackend: at(configMap, 'data', 'vaultBackend'),
      isOwnPath: at(configMap, 'data', 'vaultBackendPath') === path,
    },
  };
}

/** The token in the tenant's Secret, as Ceph CSI would read it. */
export async function deliveredToken({
  namespace,
  kubernetes,
}: Workbench): Promise<string> {
  const secret = await kubernetes(
    'GET',
    `/api/v1/namespaces/${namespace}/secrets/ceph-csi-kms-token`,
  );
  expect(managerOf(secret)).toBe(OURS);
  const data = textOf(at(secret, 'data', 'token'));
  return Buffer.from(data, 'base64').toString();
}

/** Keeps a key as Ceph CSI does with the tenant's token; throws when it cannot. */
export async function keepKey(
  under: OperationsUnderTest,
  token: string,
  namespace: string,
): Promise<void> {
  await vaultCaller(under, token)(
    'POST',
    `/v1/csi/${clusterName}.${namespace}/data/key`,
    { data: { passphrase: 'of a test' } },
  );
}

function managerOf(object: Parameters<typeof at>[0]) {
  return at(object, 'metadata', 'labels', 'app.kubernetes.io/managed-by');
}
