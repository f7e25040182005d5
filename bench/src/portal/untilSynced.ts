import { valueAt } from 'testbed';
import { jsonOf } from '../load/content';
import { eventually } from '../load/eventually';
import { firstPage, totalIn } from './entityVolumes';
import type { Portal } from './startPortal';

/** Waits until every cluster is synced and the component has all its volumes. */
export async function untilSynced(
  { users: [{ client }] }: Portal,
  expected: { component: string; volumes: number },
): Promise<void> {
  await eventually('the clusters are synced', async () => {
    const path = '/api/volume-encryption/clusters';
    const items = valueAt(jsonOf(await client.demand({ path })), ['items']);
    const all = Array.isArray(items) ? items : [];
    return all.every(it => valueAt(it, ['state']) === 'synced') || undefined;
  });
  await eventually('the volumes are known', async () => {
    const page = await firstPage(client, expected.component);
    return totalIn(page) === expected.volumes || undefined;
  });
}
