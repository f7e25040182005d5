import { credentialLink } from '../assessment/credentialLink';
import type { ReasonCode } from '../contract/reasons';
import { adviceOf } from './adviceOf';
import type { Advice, Check } from './Check';
import { checkOfLink } from './checkOfLink';

/** Can Ceph CSI prove itself to the KMS for this namespace? */
export const credentialCheck: Check = ({ custody, tenant, now, request }) => {
  if (!custody) return [];
  const link = credentialLink({ facts: { tenant, now }, custody });
  return checkOfLink('credential', link, adviceIn(request.namespace));
};

function adviceIn(namespace: string): Partial<Record<ReasonCode, Advice>> {
  const words = { namespace };
  return {
    'tenant-token-missing': adviceOf('token-secret-missing', words),
    'tenant-token-expired': adviceOf('vault-token-invalid', words),
    'tenant-token-lost': adviceOf('vault-token-invalid', words),
    'tenant-account-missing': adviceOf('service-account-missing', words),
    'tenant-role-missing': adviceOf('vault-role-missing', words),
    'tenant-account-not-admitted': adviceOf('vault-role-not-bound', words),
    'tenant-namespace-not-selected': adviceOf('vault-role-not-bound', words),
  };
}
