/**
 * What an administrator has set up for the tenants of one cluster.
 *
 * @public
 */
export interface ClusterCustody {
  /** Name of the cluster. */
  cluster: string;
  /** Kubernetes auth mount, such as `kubernetes`. */
  authMount: string;
  /** Role of it that tenants' ServiceAccounts log in to. */
  role: string;
  /** ACL policy of that role. */
  policy: string;
  /** The audience that the role asks for: the API server's own. */
  audience?: string;
  /** The API server as the KMS reaches it, where that is not as the portal does. */
  kubernetesHost?: string;
  /** File with the authorities of that address. */
  kubernetesCaFile?: string;
  /**
   * The KMS runs in the cluster: what its login does not name, it takes from its
   * own pod.
   */
  kmsInCluster?: boolean;
}

/**
 * Names and bounds of the set-up of one KMS, as configured.
 *
 * @public
 */
export interface CustodyNames {
  /** Vault namespace that all of it is in. */
  namespace?: string;
  mountPrefix: string;
  tokenRole: string;
  /** ACL policy of tenants' tokens. */
  tokenPolicy: string;
  /** Seconds. */
  tokenPeriod: number;
  /** CIDRs that tenants' tokens are bound to; none means unbound. */
  tokenBoundCidrs: readonly string[];
  /**
   * Seconds for which a new token of a tenant is wrapped, to be taken out in the
   * cluster; without it the token is put into the tenant's Secret as it is.
   */
  tokenWrapTtl?: number;
  /** ACL policy of the portal itself. */
  portalPolicy: string;
  /** By cluster; a cluster that is not configured has the default names. */
  ofCluster(cluster: string): ClusterCustody;
}
