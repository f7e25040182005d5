import {
  VolumeEncryptionError,
  type NamespaceConsentRequest,
  type TenantOffboardRequest,
  type TenantOnboardRequest,
  type TenantRenewRequest,
  type TenantRotateRequest,
  type TenantShredRequest,
  type Plan,
} from 'backstage-plugin-volume-encryption-common';
import type { Entity } from '@backstage/catalog-model';
import type { TenantCredentialStore } from '../../custody';
import type { Systems } from '../../systems';
import type { ReadContext } from '../currentState/ReadContext';

/** TODO(F) */
export async function planTenantLife(
  request:
    | TenantOnboardRequest
    | TenantRenewRequest
    | TenantRotateRequest
    | TenantOffboardRequest
    | TenantShredRequest
    | NamespaceConsentRequest,
  _parts: {
    systems: Systems;
    credentials: TenantCredentialStore;
    entity: Entity | undefined;
  },
  _context: ReadContext,
): Promise<Plan> {
  throw new VolumeEncryptionError('not-implemented', request.operation);
}
