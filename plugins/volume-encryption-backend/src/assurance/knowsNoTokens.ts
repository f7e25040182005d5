import { findTenants } from '../inspection/findTenants';
import type { AssuranceParts } from './AssuranceParts';

/** Whether it is certain that no tenant has a token of the KMS. */
export async function knowsNoTokens(
  parts: AssuranceParts,
  kms: string,
): Promise<boolean> {
  const isFollowed = parts.index
    .snapshots()
    .every(({ tables: { ConfigMap, Namespace, ServiceAccount } }) =>
      [ConfigMap, Namespace, ServiceAccount].every(
        ({ state }) => state === 'synced',
      ),
    );
  if (!isFollowed) return false;
  const tenants = await findTenants(parts);
  return !tenants.some(
    it =>
      it.custody === 'vaulttokens' && (it.kms === kms || it.kms === undefined),
  );
}
