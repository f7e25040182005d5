import type {
  ObjectMeta,
  SecretMetadata,
  ServiceAccount,
  VolumeSnapshot,
  VolumeSnapshotContent,
} from '../kubernetes/objects';
import type { LeavingTenantState } from './tenantState';
import { metaOf, namespaceOf, OURS, tenantStateOf } from './testState';

/** The tenant of these tests. */
export const TENANT = { cluster: 'prod', namespace: 'payments' };

/** A mount as the portal makes it. */
export const KV2 = { type: 'kv', version: '2' };

/** Our ServiceAccount, or with what a test wants otherwise. */
export function accountOf(meta: Partial<ObjectMeta> = {}): ServiceAccount {
  return {
    kind: 'ServiceAccount',
    meta: metaOf('ceph-csi-vault-sa', {
      namespace: 'payments',
      labels: OURS,
      ...meta,
    }),
  };
}

/** The Secret of a token that we delivered. */
export function secretOf(meta: Partial<ObjectMeta> = {}): SecretMetadata {
  return {
    kind: 'Secret',
    meta: metaOf('ceph-csi-kms-token', {
      namespace: 'payments',
      labels: OURS,
      ...meta,
    }),
  };
}

/** A namespace of which nothing of a tenant is left. */
export function leavingStateOf(
  fields: Partial<LeavingTenantState> = {},
): LeavingTenantState {
  return {
    ...tenantStateOf(),
    namespace: namespaceOf({ labels: {}, annotations: {} }),
    claims: [],
    storageClasses: [],
    snapshots: [],
    snapshotContents: [],
    keys: [],
    unlistedFolders: [],
    otherClusters: [],
    hasOpenReceipt: false,
    otherKms: [],
    canDestroyKeys: true,
    ...fields,
  };
}

/** A snapshot of a claim in namespace payments. */
export function snapshotOf(name: string, claimName: string): VolumeSnapshot {
  return {
    kind: 'VolumeSnapshot',
    meta: metaOf(name, { namespace: 'payments' }),
    claimName,
  };
}

/** What the driver keeps of a snapshot in namespace payments. */
export function contentOf(
  snapshot: string,
  fields: Partial<VolumeSnapshotContent> = {},
): VolumeSnapshotContent {
  return {
    kind: 'VolumeSnapshotContent',
    meta: metaOf(`content-of-${snapshot}`),
    driver: 'rook-ceph.rbd.csi.ceph.com',
    snapshot: { namespace: 'payments', name: snapshot },
    ...fields,
  };
}
