import type { TenantServiceAccountRequest } from '../contract/api';
import { freezePlan } from './freezePlan';
import { OUR_LABELS, requireOurs } from './ownership';
import type { Plan, Step } from './plan';
import { requireTenant } from './requireTenant';
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

function serviceAccountStep(
  { cluster, namespace }: TenantServiceAccountRequest,
  { name, state }: { name: string; state: TenantState },
): Step {
  requireOurs(state.serviceAccount);
  return {
    kind: 'apply',
    id: 'service-account',
    title: `ServiceAccount ${namespace}/${name}`,
    change: state.serviceAccount ? 'none' : 'create',
    cluster,
    manifest: {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name, namespace, labels: { ...OUR_LABELS } },
    },
  };
}
