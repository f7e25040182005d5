import type { ClusterCustody } from './CustodyNames';
import type { SetupPlace } from './SetupPlace';

/** The set-up of cluster `prod` with the usual names, and fields of its own. */
export function testPlace(
  its: Partial<SetupPlace['names']> & { clusters?: readonly string[] } = {},
): SetupPlace {
  const { clusters = ['prod'], ...names } = its;
  return {
    cluster: 'prod',
    clusters,
    names: {
      mountPrefix: 'csi',
      tokenRole: 'csi-tenant',
      tokenPolicy: 'csi-tenant-token',
      tokenPeriod: 2_592_000,
      tokenBoundCidrs: [],
      portalPolicy: 'volume-encryption-portal',
      ofCluster: cluster => ({
        cluster,
        authMount: 'kubernetes',
        role: 'csi-tenant',
        policy: 'csi-tenant-sa',
      }),
      ...names,
    },
  };
}

/** The same with something else configured of the cluster. */
export function placeOf(its: Partial<ClusterCustody>): SetupPlace {
  const { names } = testPlace();
  return testPlace({
    ofCluster: cluster => ({ ...names.ofCluster(cluster), ...its }),
  });
}
