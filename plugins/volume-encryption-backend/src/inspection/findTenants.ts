import {
  VolumeEncryptionError,
  type TenantSummary,
} from 'backstage-plugin-volume-encryption-common';
import type { TenantCredential, TenantCredentialStore } from '../custody';
import type { Systems } from '../systems';
import type { VolumeIndex } from '../volumeIndex';

/** A namespace that is a tenant of a KMS, or was made ready to be one. */
export interface FoundTenant {
  cluster: string;
  namespace: string;
  /** `<cluster>.<namespace>` */
  tenantId: string;
  custody: TenantSummary['custody'];
  /** The portal's name of the KMS; absent when its connection cannot be told. */
  kms?: string;
  /** The delivered credential of a token tenant, as recorded. */
  credential?: TenantCredential;
}

/** TODO(F): all tenants, in the order of cluster (as configured) and namespace. */
export async function findTenants(_parts: {
  index: VolumeIndex;
  systems: Systems;
  credentials: TenantCredentialStore;
}): Promise<FoundTenant[]> {
  throw new VolumeEncryptionError('not-implemented', 'tenants');
}
