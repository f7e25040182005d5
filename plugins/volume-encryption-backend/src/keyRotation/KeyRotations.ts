import {
  VolumeEncryptionError,
  type KeyRotation,
} from 'backstage-plugin-volume-encryption-common';
import type { TenantCredentialStore } from '../custody';
import type { Systems } from '../systems';
import type { VolumeIndex } from '../volumeIndex';

/** When the keys of volumes are changed. TODO(B) */
export class KeyRotations {
  constructor(_parts: {
    index: VolumeIndex;
    systems: Systems;
    credentials: TenantCredentialStore;
    now: () => Date;
  }) {}

  /** Schedule and runs of one claim. */
  async ofClaim(_claim: {
    cluster: string;
    namespace: string;
    claim: string;
  }): Promise<KeyRotation> {
    throw new VolumeEncryptionError('not-implemented', 'ofClaim');
  }
}
