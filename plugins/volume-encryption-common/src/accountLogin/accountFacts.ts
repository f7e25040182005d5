import type { Namespace, ServiceAccount } from '../kubernetes/objects';
import type { Observed } from '../observation/observed';
import type { RoleSettings } from './roleAdmits';

/** What decides whether Vault lets a tenant's ServiceAccount in. @public */
export interface AccountFacts {
  /** ServiceAccount `ceph-csi-vault-sa` (or as configured). */
  serviceAccount: Observed<ServiceAccount | undefined>;
  /** Its namespace, by whose labels Vault's role selects. */
  namespace: Observed<Namespace | undefined>;
  /** The role in force; undefined value: no such role, or no such auth mount. */
  role: Observed<RoleSettings | undefined>;
  /** The role that was set up for the cluster; absent where the KMS is not known. */
  setUp?: {
    authMount: string;
    role: string;
    policy: string;
    /** The API server's own; absent where it is not configured. */
    audience?: string;
  };
}
