import type { SecretMetadata } from 'backstage-plugin-volume-encryption-common';
import type { Kms } from 'backstage-plugin-volume-encryption-node';
import type { TenantCredentialStore } from '../custody';
import type { Systems } from '../systems';
import type { VolumeIndex } from '../volumeIndex';
import type { CephClusters } from './CephClusters';
import type { KmsFacts } from './KmsFacts';
import type { Recent } from './Recent';
import type { SnapshotClasses } from './SnapshotClasses';
import type { VendorObjects } from './VendorObjects';

/** Where facts come from. */
export interface Sources {
  index: VolumeIndex;
  systems: Systems;
  kms: readonly Kms[];
  kmsFacts: KmsFacts;
  /** A tenant's Secret if it is there, by its cluster, namespace and name. */
  secrets: Recent<SecretMetadata | undefined>;
  /** What vendors' own objects say of volumes. */
  vendors: Pick<VendorObjects, 'read'>;
  /** Which drivers a cluster may ask for snapshots. */
  snapshotClasses: Pick<SnapshotClasses, 'read'>;
  /** What lies below volumes of Ceph. */
  cephClusters: Pick<CephClusters, 'read'>;
  credentials: Pick<TenantCredentialStore, 'find'>;
  now: () => Date;
}
