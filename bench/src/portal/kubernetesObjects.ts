import type { Answer, HttpClient } from '../load/HttpClient';

/** What the Kubernetes plugin's tab asks its backend for, every ten seconds. */
export function kubernetesObjects(
  client: HttpClient,
  component: string,
  timeoutMs?: number,
): Promise<Answer> {
  const entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: component, namespace: 'default' },
  };
  const path = `/api/kubernetes/services/${component}`;
  const body = { entity, auth: {} };
  return client.demand({ method: 'POST', path, body }, timeoutMs);
}
