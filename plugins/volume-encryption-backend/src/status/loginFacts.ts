import {
  loginPlace,
  type AccountFacts,
  type KmsConnection,
} from 'backstage-plugin-volume-encryption-common';
import type { Kms } from 'backstage-plugin-volume-encryption-node';
import type { KeyContext } from './keyFacts';
import { whyUnknown } from './whyUnknown';

/** What the role's KMS is asked by. */
export type LoginContext = Pick<KeyContext, 'sources' | 'deadline'>;

/**
 * The role that a tenant's ServiceAccount logs in to, beside the one that was set
 * up for its cluster.
 *
 * @param connection - after the tenant's overrides
 */
export async function loginFacts(
  connection: KmsConnection,
  cluster: string,
  { sources, deadline }: LoginContext,
): Promise<Pick<AccountFacts, 'role' | 'setUp'>> {
  let kms: Kms;
  try {
    kms = sources.systems.kmsAt(connection.options.vaultAddress ?? '');
  } catch (error) {
    return { role: whyUnknown(error) };
  }
  const place = loginPlace(connection);
  return {
    role: await sources.kmsFacts.role(kms, place, deadline),
    setUp: kms.custodyNames.ofCluster(cluster),
  };
}
