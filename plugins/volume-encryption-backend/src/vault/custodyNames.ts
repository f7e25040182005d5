import type { CustodyNames } from 'backstage-plugin-volume-encryption-node';
import type { CustodyConfig, KmsConfig } from '../config/types';

/** As in `deploy/README.md`. */
const usual: CustodyConfig = {
  tokenPolicy: 'csi-tenant-token',
  tokenPeriodSeconds: 720 * 3600,
  tokenBoundCidrs: [],
  portalPolicy: 'volume-encryption-portal',
  clusters: [],
};

/** Names and bounds of the set-up, with the usual ones for clusters not listed. */
export function custodyNamesOf({
  mountPrefix,
  tokenRole,
  custody = usual,
}: Pick<KmsConfig, 'mountPrefix' | 'tokenRole' | 'custody'>): CustodyNames {
  return {
    mountPrefix,
    tokenRole,
    tokenPolicy: custody.tokenPolicy,
    tokenPeriod: custody.tokenPeriodSeconds,
    tokenBoundCidrs: custody.tokenBoundCidrs,
    portalPolicy: custody.portalPolicy,
    ofCluster: cluster =>
      custody.clusters.find(it => it.cluster === cluster) ?? {
        cluster,
        authMount: 'kubernetes',
        role: 'csi-tenant',
        policy: 'csi-tenant-sa',
      },
  };
}
