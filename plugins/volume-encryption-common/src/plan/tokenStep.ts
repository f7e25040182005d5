import { tenantId } from '../tenant/tenant';
import { requireOurs } from './ownership';
import type { Change, Step } from './plan';
import type { TenantRequest } from './tenantSteps';
import type { TenantState } from './tenantState';

/**
 * The token in the tenant's Secret; a new one only where there is none of ours
 * that lives. Throws `not-ours` and `conflict`.
 */
export function tokenStep(
  { cluster, namespace }: TenantRequest,
  { name, state }: { name: string; state: TenantState },
): Step {
  requireOurs(state.secret);
  return {
    kind: 'deliver-token',
    id: 'token',
    title: `Token in Secret ${namespace}/${name}`,
    change: tokenChange(state),
    kms: state.kms.name,
    cluster,
    namespace,
    secretName: name,
    tenantId: tenantId(cluster, namespace),
  };
}

/** A Secret alone proves nothing: only a recorded token that lives stays. */
function tokenChange({ secret, credential, now }: TenantState): Change {
  if (!secret) {
    return 'create';
  }
  const isLive =
    credential !== undefined &&
    Date.parse(credential.expiresAt) > Date.parse(now);
  return isLive ? 'none' : 'update';
}
