import { OUR_LABELS, requireOurs } from './ownership';
import type { Step } from './plan';
import type { TenantRequest } from './tenantSteps';
import type { TenantState } from './tenantState';

/** The account that Ceph CSI logs in as. Throws `not-ours` and `conflict`. */
export function serviceAccountStep(
  { cluster, namespace }: TenantRequest,
  { name, state }: { name: string; state: TenantState },
): Extract<Step, { kind: 'apply' }> {
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
