import {
  planKmsConnection,
  planKmsConnectionRemoval,
  type KmsConnectionRemovalRequest,
  type KmsConnectionRequest,
  type Plan,
} from 'backstage-plugin-volume-encryption-common';
import type { TenantCredentialStore } from '../../custody';
import type { Systems } from '../../systems';
import { readConnectionState } from '../currentState/readConnectionState';
import type { ReadContext } from '../currentState/ReadContext';

/** The plan of a KMS connection's change or removal from the state of now. */
export async function planConnectionChange(
  request: KmsConnectionRequest | KmsConnectionRemovalRequest,
  parts: { systems: Systems; credentials: TenantCredentialStore },
  context: ReadContext,
): Promise<Plan> {
  const state = await readConnectionState(request, parts, context);
  return request.operation === 'kms-connection'
    ? planKmsConnection(request, state)
    : planKmsConnectionRemoval(request, state);
}
