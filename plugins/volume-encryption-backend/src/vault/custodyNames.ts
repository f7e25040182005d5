import type { CustodyNames } from 'backstage-plugin-volume-encryption-common';
import { USUAL_CLUSTER, USUAL_CUSTODY } from '../config/readCustody';
import type { KmsConfig } from '../config/types';

/** Names and bounds of the set-up, with the usual ones for clusters not listed. */
export function custodyNamesOf({
  namespace,
  mountPrefix,
  tokenRole,
  custody = USUAL_CUSTODY,
}: Pick<
  KmsConfig,
  'namespace' | 'mountPrefix' | 'tokenRole' | 'custody'
>): CustodyNames {
  return {
    namespace,
    mountPrefix,
    tokenRole,
    tokenPolicy: custody.tokenPolicy,
    tokenPeriod: custody.tokenPeriodSeconds,
    tokenBoundCidrs: custody.tokenBoundCidrs,
    tokenWrapTtl: custody.tokenWrapTtlSeconds,
    portalPolicy: custody.portalPolicy,
    ofCluster: cluster =>
      custody.clusters.find(it => it.cluster === cluster) ?? {
        cluster,
        ...USUAL_CLUSTER,
      },
  };
}
