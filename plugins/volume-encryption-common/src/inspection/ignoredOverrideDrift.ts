import type { Drift } from '../contract/api';
import { ignoredOverrides } from '../kmsConnection/connectionInForce';
import { valueOf } from '../observation/observed';
import type { InspectedTenant } from './inspectedTenant';

/**
 * What the tenant's ConfigMap sets and Ceph CSI does not act on, each by its key:
 * whoever set it believes that it holds. The value is not shown.
 */
export function ignoredOverrideDrift(tenant: InspectedTenant): Drift[] {
  const { custody, others, namespace, names } = tenant;
  // Credentials of another custody read the same ConfigMap.
  const custodies = [custody, ...others.map(other => other.custody)];
  const ignored = ignoredOverrides(custodies, valueOf(tenant.configMap));
  return ignored.map(key => ({
    code: 'tenant-override-ignored',
    severity: 'warning',
    object: `ConfigMap ${namespace}/${names.configMap}`,
    message: `It sets "${key}", which has no effect: Ceph CSI takes no such option from a tenant's ConfigMap with ${custodies.join(' or ')}.`,
    expected: 'options that Ceph CSI takes from a tenant',
    actual: key,
    remedy:
      'Correct its spelling, or take it out. What only a KMS connection can set is set by kms-connection, for all tenants of it.',
  }));
}
