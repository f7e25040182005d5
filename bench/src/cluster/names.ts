/** Name of the cluster in the portal and in the ids of its tenants. */
export const CLUSTER = 'bench';
