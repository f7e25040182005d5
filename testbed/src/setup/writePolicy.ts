import type { JsonApi } from '../access/jsonApi';

/** Writes an ACL policy, over one of the same name. */
export async function writePolicy(
  vault: JsonApi,
  name: string,
  policy: string,
): Promise<void> {
  await vault.demand({
    method: 'PUT',
    path: `/v1/sys/policies/acl/${name}`,
    body: { policy },
  });
}
