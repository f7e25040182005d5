/**
 * The ids of what the catalog may know. No part of one has a slash: clusters,
 * namespaces and KMSs are DNS labels, StorageClasses DNS subdomains.
 *
 * @public
 */
export const catalogFactId = {
  cluster: (cluster: string) => `cluster/${cluster}`,
  kms: (kms: string) => `kms/${kms}`,
  storageClass: (cluster: string, name: string) =>
    `storage-class/${cluster}/${name}`,
  tenant: (cluster: string, namespace: string) =>
    `tenant/${cluster}/${namespace}`,
};

/**
 * The cluster that a StorageClass or a tenant is of, by its id; undefined for
 * clusters and KMSs, which the portal knows from its configuration.
 *
 * @public
 */
export function clusterOfFact(id: string): string | undefined {
  const [, cluster, name] = id.split('/');
  return name === undefined ? undefined : cluster;
}
