import type { KmsSetup } from 'backstage-plugin-volume-encryption-common';
import type { Kms } from 'backstage-plugin-volume-encryption-node';

/** What is set up in a KMS for the tenants of a cluster, as configured. */
export function kmsSetup(
  { namespace, custodyNames }: Pick<Kms, 'namespace' | 'custodyNames'>,
  cluster: string,
): KmsSetup {
  const { authMount, role } = custodyNames.ofCluster(cluster);
  return { namespace, authMount, role };
}
