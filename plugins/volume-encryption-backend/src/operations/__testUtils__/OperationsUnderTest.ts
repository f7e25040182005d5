/** An API server and a Vault that operations are tried on. */
export interface OperationsUnderTest {
  kubernetes: {
    url: string;
    caFile?: string;
    adminToken: string;
    portalToken: string;
  };
  /**
   * Unsealed, with the policies and roles of tenants of cluster
   * {@link clusterName}, as an administrator sets them up.
   */
  vault: {
    url: string;
    rootToken: string;
    portalToken: string;
    /** Of who may destroy keys, where that is tried. */
    custodianToken?: string;
  };
}

/** The cluster's name in tenant ids. */
export const clusterName = 'contract';
