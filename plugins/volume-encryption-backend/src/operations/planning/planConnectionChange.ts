import {
  VolumeEncryptionError,
  type KmsConnectionRequest,
  type KmsConnectionRemovalRequest,
  type Plan,
} from 'backstage-plugin-volume-encryption-common';
import type { Entity } from '@backstage/catalog-model';
import type { TenantCredentialStore } from '../../custody';
import type { Systems } from '../../systems';
import type { ReadContext } from '../currentState/ReadContext';

/** TODO(D) */
export async function planConnectionChange(
  request: KmsConnectionRequest | KmsConnectionRemovalRequest,
  _parts: {
    systems: Systems;
    credentials: TenantCredentialStore;
    entity: Entity | undefined;
  },
  _context: ReadContext,
): Promise<Plan> {
  throw new VolumeEncryptionError('not-implemented', request.operation);
}
