import type { TenantServiceAccountRequest } from '../contract/api';
import { freezePlan } from './freezePlan';
import type { Plan } from './plan';
import { requireTenant } from './requireTenant';
import { serviceAccountStep } from './serviceAccountStep';
import { ownerNotes, selectorNotes } from './tenantNotes';
import type { TenantState } from './tenantState';
import { configMapStep, mountStep } from './tenantSteps';

/**
 * Custody `vaulttenantsa`: Ceph CSI logs in to Vault as the tenant's
 * ServiceAccount; nothing is minted. Vault comes before the cluster, so that
 * nothing points to a mount that is not there. Throws `invalid-input`,
 * `not-found`, `unknown-connection`, `not-ours`, and `conflict` when keys of
 * existing volumes would be left behind.
 *
 * @public
 */
export function planTenantServiceAccount(
  request: TenantServiceAccountRequest,
  state: TenantState,
): Plan {
  const { namespace, names, notes } = requireTenant(request, state);
  return freezePlan({
    operation: 'tenant-service-account',
    steps: [
      mountStep(request, state),
      serviceAccountStep(request, { name: names.serviceAccount, state }),
      configMapStep(request, { name: names.configMap, state }),
    ],
    notes: [...notes, ...selectorNotes(namespace), ...ownerNotes(namespace)],
  });
}
