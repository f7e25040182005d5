import { LABEL_MANAGED_BY, MANAGER } from '../contract/annotations';
import type { Drift } from '../contract/api';
import type { InspectedTenant } from './inspectedTenant';
import { isNamespaceGone } from './namespaceDrift';

/** The account that Ceph CSI logs in as, for custody `vaulttenantsa`. */
export function accountDrift(tenant: InspectedTenant): Drift[] {
  const { custody, serviceAccount, namespace, names } = tenant;
  if (custody !== 'vaulttenantsa' || isNamespaceGone(tenant)) return [];
  if (serviceAccount.status === 'unknown') return [];
  const object = `ServiceAccount ${namespace}/${names.serviceAccount}`;
  const labels = serviceAccount.value?.meta.labels;
  if (!labels) {
    return [
      {
        code: 'service-account-missing',
        severity: 'error',
        object,
        message: 'Ceph CSI cannot log in to the KMS as the tenant without it.',
        remedy: 'Onboard the tenant again, or rotate it: both make it.',
      },
    ];
  }
  if (labels[LABEL_MANAGED_BY] === MANAGER) return [];
  return [
    {
      code: 'service-account-foreign',
      severity: 'warning',
      object,
      message: 'It was not made by this portal, which leaves it as it is.',
      expected: `${LABEL_MANAGED_BY}=${MANAGER}`,
      actual: labels[LABEL_MANAGED_BY] ?? 'no such label',
      remedy: `If the portal shall have it, label it ${LABEL_MANAGED_BY}=${MANAGER}.`,
    },
  ];
}
