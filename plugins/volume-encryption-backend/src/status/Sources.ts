import type { SecretMetadata } from 'backstage-plugin-volume-encryption-common';
import type { Kms } from 'backstage-plugin-volume-encryption-node';
import type { TenantCredentialStore } from '../custody';
import type { Systems } from '../systems';
import type { VolumeIndex } from '../volumeIndex';
import { CephClusters } from './CephClusters';
import { DiskPools } from './DiskPools';
import type { KmsFacts } from './KmsFacts';
import { Recent } from './Recent';
import { SnapshotClasses } from './SnapshotClasses';
import { VendorObjects } from './VendorObjects';

/** What is asked for facts about one volume. */
export interface VolumeSources {
  systems: Systems;
  kmsFacts: Pick<KmsFacts, 'health' | 'key' | 'role'>;
  /** A tenant's Secret if it is there, by its cluster, namespace and name. */
  secrets: Pick<Recent<SecretMetadata | undefined>, 'read'>;
  /** What vendors' own objects say of volumes. */
  vendors: Pick<VendorObjects, 'read'>;
  /** What lies below volumes of Ceph. */
  cephClusters: Pick<CephClusters, 'read'>;
  /** What lies below volumes of OpenEBS Mayastor. */
  diskPools: Pick<DiskPools, 'read'>;
  credentials: Pick<TenantCredentialStore, 'find'>;
  now: () => Date;
}

/** Where facts come from. */
export interface Sources extends VolumeSources {
  index: VolumeIndex;
  kms: readonly Kms[];
  kmsFacts: KmsFacts;
  secrets: Recent<SecretMetadata | undefined>;
  /** Which drivers a cluster may ask for snapshots. */
  snapshotClasses: Pick<SnapshotClasses, 'read'>;
}

/** What is asked for when it is wanted, and kept for a while. */
type Kept = Pick<
  Sources,
  'secrets' | 'vendors' | 'snapshotClasses' | 'cephClusters' | 'diskPools'
>;

/** The sources, with what remembers answers of clusters. */
export function createSources(parts: Omit<Sources, keyof Kept>): Sources {
  const { systems, now } = parts;
  return {
    ...parts,
    secrets: new Recent({
      ttlMs: 5_000,
      standsIn: true,
      limit: 10_000,
      now,
      isLasting: secret => secret !== undefined,
    }),
    vendors: new VendorObjects(systems, now),
    snapshotClasses: new SnapshotClasses(systems, now),
    cephClusters: new CephClusters(systems, now),
    diskPools: new DiskPools(systems, now),
  };
}
