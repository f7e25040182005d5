import { kubernetesApi, textAt, valueAt, type Testbed } from 'testbed';
import { until } from './until';

/** Deletes claims as the administrator, and waits until their volumes are gone. */
export async function deleteClaims(
  { kubernetes }: Testbed,
  namespace: string,
  names: string[],
): Promise<void> {
  const api = kubernetesApi(kubernetes);
  for (const name of names) {
    await api.demand({
      method: 'DELETE',
      path: `/api/v1/namespaces/${namespace}/persistentvolumeclaims/${name}`,
    });
  }
  await until(async () => {
    const path = '/api/v1/persistentvolumes';
    const { body } = await api.demand({ method: 'GET', path });
    const volumes = [valueAt(body, ['items'])].flat();
    return !volumes.some(
      volume => textAt(volume, 'spec', 'claimRef', 'namespace') === namespace,
    );
  });
}
