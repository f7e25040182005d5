import { askSandbox } from './askSandbox';
import type { Portal } from './startPortal';

const NAME = 'ceph-csi-vault-sa';

function accountsOf(namespace: string): string {
  return `/api/v1/namespaces/${namespace}/serviceaccounts`;
}

/** Takes away what a tenant of the sandbox logs in to Vault with. */
export async function removeAccount(portal: Portal, namespace: string) {
  const { status } = await askSandbox(portal, {
    method: 'DELETE',
    path: `${accountsOf(namespace)}/${NAME}`,
  });
  expect(status).toBe(200);
}

/** And puts it back, as the portal would. */
export async function restoreAccount(portal: Portal, namespace: string) {
  const manager = 'backstage-volume-encryption';
  const { status } = await askSandbox(portal, {
    method: 'PATCH',
    path: `${accountsOf(namespace)}/${NAME}?fieldManager=${manager}`,
    body: {
      ...{ apiVersion: 'v1', kind: 'ServiceAccount' },
      metadata: {
        ...{ name: NAME, namespace },
        labels: { 'app.kubernetes.io/managed-by': manager },
      },
    },
  });
  expect(status).toBe(201);
}
