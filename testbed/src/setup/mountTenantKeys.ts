import type { JsonApi } from '../access/jsonApi';

/**
 * Gives a tenant the KV version 2 mount for its keys, as the portal does.
 * @param vault - as the portal, or with more rights
 * @param tenant - the tenant's id, `<cluster>.<namespace>`
 */
export async function mountTenantKeys(
  vault: JsonApi,
  tenant: string,
): Promise<void> {
  await vault.demand({
    method: 'POST',
    path: `/v1/sys/mounts/csi/${tenant}`,
    body: {
      type: 'kv',
      options: { version: '2' },
      description: `Volume keys of ${tenant}`,
    },
  });
}
