import type { KmsSetup } from 'backstage-plugin-volume-encryption-common';
import type { Kms } from 'backstage-plugin-volume-encryption-node';

/** What is set up in a KMS for the tenants of a cluster, as configured. */
export function kmsSetup(
  { custodyNames }: Pick<Kms, 'custodyNames'>,
  cluster: string,
): KmsSetup {
  const { namespace } = custodyNames;
  const { authMount, role } = custodyNames.ofCluster(cluster);
  return { namespace, authMount, role };
}
