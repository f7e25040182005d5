import { remedySentence } from '../accountLogin/accountJudgement';
import type { Drift } from '../contract/api';
import { valueOf } from '../observation/observed';
import type { InspectedTenant } from './inspectedTenant';
import { isNamespaceGone } from './namespaceDrift';

/** That Vault refuses the tenant's login, for custody `vaulttenantsa`. */
export function loginDrift(tenant: InspectedTenant): Drift[] {
  const { login } = tenant;
  if (login?.status !== 'broken' || isTold(tenant)) return [];
  return [
    {
      code: 'login-refused',
      severity: 'error',
      object: `Login of ${tenant.cluster}.${tenant.namespace}`,
      message: login.detail,
      expected: 'the KMS lets the tenant in',
      actual: 'refused',
      remedy: remedySentence(login),
    },
  ];
}

/** By the check that looks at the object which is at fault. */
function isTold(tenant: InspectedTenant): boolean {
  const { login, serviceAccount, namespaceObject } = tenant;
  if (isNamespaceGone(tenant)) return true;
  switch (login?.code) {
    case 'tenant-account-missing':
      return serviceAccount.status === 'observed' && !serviceAccount.value;
    case 'tenant-account-deleting':
      return valueOf(serviceAccount)?.meta.deletedAt !== undefined;
    case 'tenant-namespace-not-selected':
      return valueOf(namespaceObject)?.meta.labels['csi-kms'] !== 'enabled';
    default:
      return false;
  }
}
