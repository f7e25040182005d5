import {
  VolumeEncryptionError,
  type TenantInspection,
  type TenantPage,
} from 'backstage-plugin-volume-encryption-common';
import type { TenantCredentialStore } from '../custody';
import type { Systems } from '../systems';
import type { VolumeIndex } from '../volumeIndex';

/** Lists tenants, and looks closely at one. TODO(F) */
export class TenantInspector {
  constructor(_parts: {
    index: VolumeIndex;
    systems: Systems;
    credentials: TenantCredentialStore;
    now: () => Date;
  }) {}

  /** A page of tenants. */
  async list(_query: {
    cluster?: string;
    search?: string;
    limit: number;
    offset: number;
  }): Promise<TenantPage> {
    throw new VolumeEncryptionError('not-implemented', 'list');
  }

  /** One tenant. */
  async inspect(_tenant: {
    cluster: string;
    namespace: string;
    limit: number;
    offset: number;
  }): Promise<TenantInspection> {
    throw new VolumeEncryptionError('not-implemented', 'inspect');
  }
}
