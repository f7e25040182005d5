import { clusterName } from '../../../operations/__testUtils__/OperationsUnderTest';

/** The class of the claims, which is there before. */
export const claimClass = 'deaths';

/** The entity that claims are made for. */
export const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'orders',
    annotations: { 'backstage.io/kubernetes-id': 'orders' },
  },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/payments' }],
};

/** Publishes an encrypted class. */
export function classNamed(name: string) {
  return {
    operation: 'storage-class',
    cluster: clusterName,
    name,
    kmsId: 'vault-tenant-sa',
    provisioner: 'rook-ceph.rbd.csi.ceph.com',
    clusterId: 'rook-ceph',
    pool: 'replicapool',
    secretNamespace: 'rook-ceph',
    // The sandbox's provisioner leaves such a claim alone until a pod uses it.
    bindingMode: 'WaitForFirstConsumer',
  };
}

/** A request about a tenant, by its namespace. */
export type TenantRequest = (namespace: string) => object;

const about =
  (kmsId: string) =>
  (operation: string, fields: object = {}): TenantRequest =>
  namespace => ({
    operation,
    cluster: clusterName,
    namespace,
    kmsId,
    ...fields,
  });

/** About a tenant with a token. */
export const byToken = about('vault-tokens');
/** About a tenant with a ServiceAccount. */
export const byAccount = about('vault-tenant-sa');

/** Where the platform says whom a new tenant serves. */
export const isNewTenant = {
  owner: 'group:default/payments',
  createNamespace: true,
};
