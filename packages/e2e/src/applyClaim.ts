import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Portal } from './startPortal';

/**
 * Makes a claim of component "orders" in the sandbox behind the portal's back,
 * as a pipeline would.
 */
export async function applyClaim(
  portal: Portal,
  { namespace, name }: { namespace: string; name: string },
): Promise<void> {
  const claims = `${portal.kubernetesUrl}/api/v1/namespaces/${namespace}/persistentvolumeclaims`;
  const response = await fetch(claims, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${sandboxToken(portal)}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name, labels: { 'backstage.io/kubernetes-id': 'orders' } },
      spec: {
        accessModes: ['ReadWriteOnce'],
        storageClassName: 'ceph-rbd-encrypted',
        resources: { requests: { storage: '1Gi' } },
      },
    }),
  });
  expect(response.status).toBe(201);
}

/** The cluster's token that `npm start` wrote into the run's configuration. */
function sandboxToken({ runFolder }: Portal): string {
  const config = readFileSync(path.join(runFolder, 'app-config.yaml'), 'utf8');
  const [, token = ''] = /url: http.*\n\s+token: (\S+)/.exec(config) ?? [];
  return token;
}
