import { textAt } from '../access/fields';
import type { JsonApi } from '../access/jsonApi';

/** A token of a ServiceAccount that is there, valid for a day. */
export async function serviceAccountToken(
  kubernetes: JsonApi,
  account: { namespace: string; name: string },
): Promise<string> {
  const { body } = await kubernetes.demand({
    method: 'POST',
    path:
      `/api/v1/namespaces/${account.namespace}` +
      `/serviceaccounts/${account.name}/token`,
    body: {
      apiVersion: 'authentication.k8s.io/v1',
      kind: 'TokenRequest',
      spec: { expirationSeconds: 24 * 60 * 60 },
    },
  });
  return textAt(body, 'status', 'token');
}
