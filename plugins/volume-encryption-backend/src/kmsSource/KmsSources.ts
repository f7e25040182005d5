import {
  VolumeEncryptionError,
  type KmsSource,
} from 'backstage-plugin-volume-encryption-common';
import type { TenantCredentialStore } from '../custody';
import type { Systems } from '../systems';
import type { VolumeIndex } from '../volumeIndex';

/** Where Ceph CSI reads its KMS connections from. TODO(D) */
export class KmsSources {
  constructor(_parts: {
    index: VolumeIndex;
    systems: Systems;
    credentials: TenantCredentialStore;
    now: () => Date;
  }) {}

  /** The source in force. */
  async ofCluster(_cluster: string): Promise<KmsSource> {
    throw new VolumeEncryptionError('not-implemented', 'ofCluster');
  }
}
