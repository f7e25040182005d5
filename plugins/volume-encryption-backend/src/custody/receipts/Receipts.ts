import {
  VolumeEncryptionError,
  type ReceiptPage,
} from 'backstage-plugin-volume-encryption-common';
import type { TenantCredentialStore } from '../TenantCredentialStore';
import type { Systems } from '../../systems';
import type { VolumeIndex } from '../../volumeIndex';

/** Receipts of shredded tenants. TODO(E) */
export class Receipts {
  constructor(_parts: {
    index: VolumeIndex;
    systems: Systems;
    credentials: TenantCredentialStore;
    now: () => Date;
  }) {}

  /** Newest first. */
  async list(_page: { limit: number; offset: number }): Promise<ReceiptPage> {
    throw new VolumeEncryptionError('not-implemented', 'list');
  }
}
