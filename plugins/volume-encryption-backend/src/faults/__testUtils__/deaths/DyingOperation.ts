import type { Call } from '../../../operations/__testUtils__/administrator';
import { clusterName } from '../../../operations/__testUtils__/OperationsUnderTest';
import type { Moment } from '../mortalBackend/Moment';

/** An operation that is interrupted, for a namespace of its own. */
export interface DyingOperation {
  name: string;
  /** The class that claims are of; of that name in the run before all. */
  request(namespace: string): object;
  /** Operations that are done before. */
  before?(namespace: string): object[];
  /** What it writes when it is not interrupted, with `<tenant>` for the name. */
  writes: string[];
  /** What has happened to a tenant for whom it was done once before. */
  after?(namespace: string, kubernetes: Call): Promise<unknown>;
  /** Keys that the tenant has when it is due. */
  keys?: string[];
  /** It changes something each time. */
  repeats?: boolean;
}

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

const inNamespace = (path: string) =>
  `PATCH /api/v1/namespaces/<tenant>/${path}`;
const mount = `POST /v1/sys/mounts/csi/${clusterName}.<tenant>`;
const configMap = inNamespace('configmaps/ceph-csi-kms-config');
const secret = inNamespace('secrets/ceph-csi-kms-token');
const mint = 'POST /v1/auth/token/create/csi-tenant';
const lookup = 'POST /v1/auth/token/lookup-accessor';
const capabilities = 'POST /v1/sys/capabilities-accessor';
const revoke = 'POST /v1/auth/token/revoke-accessor';
const rowInserted = 'insert into tenant_credentials';
const rowUpdated = 'update tenant_credentials';

const receiptInserted = 'insert into shred_receipts';
const receiptUpdated = 'update shred_receipts';

const tenant = (namespace: string) => ({ cluster: clusterName, namespace });
const tenantSecret = (namespace: string) => ({
  ...tenant(namespace),
  operation: 'tenant-secret',
  kmsId: 'vault-tokens',
});

const offboard = (namespace: string) => ({
  ...tenantSecret(namespace),
  operation: 'tenant-offboard',
});

/** Every operation there is. */
export const dyingOperations: DyingOperation[] = [
  {
    name: 'storage-class',
    request: classNamed,
    writes: ['PATCH /apis/storage.k8s.io/v1/storageclasses/<tenant>'],
  },
  {
    name: 'tenant-service-account',
    request: namespace => ({
      ...tenant(namespace),
      operation: 'tenant-service-account',
      kmsId: 'vault-tenant-sa',
    }),
    writes: [
      mount,
      inNamespace('serviceaccounts/ceph-csi-vault-sa'),
      configMap,
    ],
  },
  {
    name: 'tenant-secret',
    request: tenantSecret,
    writes: [
      mount,
      configMap,
      rowInserted,
      mint,
      rowUpdated,
      lookup,
      capabilities,
      secret,
      rowUpdated,
    ],
  },
  {
    name: 'tenant-secret, to take the place of one that was lost',
    request: tenantSecret,
    after: (namespace, kubernetes) =>
      kubernetes(
        'DELETE',
        `/api/v1/namespaces/${namespace}/secrets/ceph-csi-kms-token`,
      ),
    writes: [
      lookup,
      rowInserted,
      mint,
      rowUpdated,
      lookup,
      capabilities,
      secret,
      lookup,
      revoke,
      rowUpdated,
      rowUpdated,
    ],
  },
  {
    name: 'tenant-rotate',
    before: namespace => [tenantSecret(namespace)],
    request: namespace => ({
      ...tenantSecret(namespace),
      operation: 'tenant-rotate',
    }),
    repeats: true,
    writes: [
      lookup,
      lookup,
      rowInserted,
      mint,
      rowUpdated,
      lookup,
      capabilities,
      secret,
      lookup,
      revoke,
      rowUpdated,
      rowUpdated,
    ],
  },
  {
    name: 'tenant-offboard',
    before: namespace => [tenantSecret(namespace)],
    request: offboard,
    writes: [
      lookup,
      'PATCH /api/v1/namespaces/<tenant>',
      'DELETE /api/v1/namespaces/<tenant>/secrets/ceph-csi-kms-token',
      'DELETE /api/v1/namespaces/<tenant>/configmaps/ceph-csi-kms-config',
      lookup,
      lookup,
      revoke,
      rowUpdated,
    ],
  },
  {
    name: 'tenant-shred',
    before: namespace => [tenantSecret(namespace), offboard(namespace)],
    request: namespace => ({
      ...tenantSecret(namespace),
      operation: 'tenant-shred',
      confirm: `${clusterName}.${namespace}`,
    }),
    // One: several at a time have no order.
    keys: ['folder/key'],
    writes: [
      receiptUpdated,
      receiptInserted,
      receiptUpdated,
      `DELETE /v1/csi/${clusterName}.<tenant>/metadata/folder/key`,
      receiptUpdated,
      receiptUpdated,
      `DELETE ${mount.slice('POST '.length)}`,
      receiptUpdated,
    ],
  },
  {
    name: 'claim',
    request: namespace => ({
      ...tenant(namespace),
      operation: 'claim',
      entityRef: 'component:default/orders',
      name: 'orders-data',
      storageClass: claimClass,
      size: '1Gi',
    }),
    writes: [inNamespace('persistentvolumeclaims/orders-data')],
  },
];

/** The moments about each of the writes, in their order. */
export function momentsOf(
  writes: readonly string[],
  when: readonly Moment['when'][],
): Moment[] {
  return writes.flatMap((_, i) => when.map(it => ({ write: i + 1, when: it })));
}

/**
 * From the answer of the mint until its accessor is recorded nobody knows it
 * (see "Minted tokens" of docs/security.md).
 */
export function isInGap(writes: readonly string[], moment: Moment): boolean {
  const minted = writes.indexOf(mint) + 1;
  if (minted === 0) return false;
  const { write, when } = moment;
  return write === (when === 'after' ? minted : minted + 1);
}
