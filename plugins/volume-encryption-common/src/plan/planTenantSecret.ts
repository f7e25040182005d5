import type { TenantSecretRequest } from '../contract/api';
import { tenantId } from '../tenant/tenant';
import { freezePlan } from './freezePlan';
import { requireOurs } from './ownership';
import type { Change, Plan, Step } from './plan';
import { requireTenant } from './requireTenant';
import { ownerNotes } from './tenantNotes';
import type { TenantState } from './tenantState';
import { configMapStep, mountStep } from './tenantSteps';

/**
 * Custody `vaulttokens`: Ceph CSI uses a token in a Secret of the tenant's
 * namespace. The token comes last, when mount and path are there. Throws
 * `invalid-input`, `not-found`, `unknown-connection`, `not-ours`, and `conflict`
 * when keys of existing volumes would be left behind.
 *
 * @public
 */
export function planTenantSecret(
  request: TenantSecretRequest,
  state: TenantState,
): Plan {
  const { namespace, names, notes } = requireTenant(request, state);
  return freezePlan({
    operation: 'tenant-secret',
    steps: [
      mountStep(request, state),
      configMapStep(request, { name: names.configMap, state }),
      tokenStep(request, { name: names.tokenSecret, state }),
    ],
    notes: [...notes, ...ownerNotes(namespace)],
  });
}

function tokenStep(
  { cluster, namespace }: TenantSecretRequest,
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
