import type { TenantSecretRequest } from '../contract/api';
import { freezePlan } from './freezePlan';
import type { Plan } from './plan';
import { requireTenant } from './requireTenant';
import { ownerNotes } from './tenantNotes';
import type { TenantState } from './tenantState';
import { configMapStep, mountStep } from './tenantSteps';
import { tokenStep } from './tokenStep';

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
