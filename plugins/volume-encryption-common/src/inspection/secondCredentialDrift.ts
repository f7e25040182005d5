import type { Drift } from '../contract/api';
import type { InspectedTenant } from './inspectedTenant';

/** Other credentials of the same namespace, each of which opens its keys. */
export function secondCredentialDrift(tenant: InspectedTenant): Drift[] {
  return tenant.otherCustodies.map(other => ({
    code: 'second-credential',
    severity: 'warning',
    object: `Namespace ${tenant.namespace}`,
    message: `The namespace has a credential of custody ${other} as well.`,
    expected: `${tenant.custody} alone`,
    actual: `${tenant.custody} and ${other}`,
    remedy: 'Leave it while volumes of both are moved. Offboarding ends both.',
  }));
}
