import { askSandbox } from './askSandbox';
import type { Portal } from './startPortal';

/** Makes a claim of component "orders" in the sandbox. */
export async function applyClaim(
  portal: Portal,
  { namespace, name }: { namespace: string; name: string },
): Promise<void> {
  const response = await askSandbox(portal, {
    method: 'POST',
    path: `/api/v1/namespaces/${namespace}/persistentvolumeclaims`,
    body: {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name, labels: { 'backstage.io/kubernetes-id': 'orders' } },
      spec: {
        accessModes: ['ReadWriteOnce'],
        storageClassName: 'ceph-rbd-encrypted',
        resources: { requests: { storage: '1Gi' } },
      },
    },
  });
  expect(response.status).toBe(201);
}
