import { VolumeEncryptionError } from '../contract/errors';
import { tenantId } from '../tenant/tenant';
import { isOurs } from './ownership';
import type { TenantConnection } from './requireTenant';
import type { TenantRequest } from './tenantSteps';
import type { TenantState } from './tenantState';

/**
 * Throws `not-found` where nothing of ours shows that the namespace is a tenant
 * of this custody, also after a change of its credential that was cut off.
 */
export function requireExistingTenant(
  { cluster, namespace, kmsId }: TenantRequest,
  { custody }: TenantConnection,
  state: TenantState,
): void {
  const objects =
    custody === 'vaulttokens'
      ? [state.secret, state.configMap]
      : [state.serviceAccount, state.configMap];
  if (objects.some(isOurs) || state.recordedTokens > 0) return;
  throw new VolumeEncryptionError(
    'not-found',
    `"${tenantId(cluster, namespace)}" is no tenant of KMS connection "${kmsId}" yet. Onboard it first.`,
    { field: 'namespace' },
  );
}
