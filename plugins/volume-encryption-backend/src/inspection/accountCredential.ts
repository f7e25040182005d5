import type {
  Observed,
  ServiceAccount,
  TenantCredentialView,
} from 'backstage-plugin-volume-encryption-common';
import { accountView } from './credentialView';
import type { TenantConnection } from './tenantConnections';

const UNCONNECTED =
  'No KMS connection that is known leads to its KMS by a ServiceAccount, so that it is not known which one Ceph CSI logs in with, if any. Set the connection back by kms-connection, or see why it cannot be read.';

/**
 * The ServiceAccount of a tenant, which is one only where a connection looks for
 * it.
 * @param fitting - connections of the tenant's custody and KMS
 */
export function accountCredential(
  found: Observed<Pick<ServiceAccount, 'meta'> | undefined>,
  fitting: readonly TenantConnection[],
): TenantCredentialView {
  const view = accountView(found);
  if (fitting.length > 0 || view.state === 'unknown') return view;
  return { ...view, state: 'unknown', message: UNCONNECTED };
}
