import type {
  ConfigMap,
  Namespace,
  PersistentVolume,
  SecretMetadata,
  ServiceAccount,
} from '../kubernetes/objects';
import type { Observed } from '../observation/observed';

/** What cluster, KMS and portal hold for a tenant now. @public */
export interface TenantState {
  /** ISO 8601; the core has no clock. */
  now: string;
  /** The KMS at the connection's address. */
  kms: { name: string; mountPrefix: string };
  namespace?: Namespace;
  /** The ConfigMap of KMS connections that Ceph CSI reads. */
  connections: Observed<ConfigMap | undefined>;
  /** The mount at the tenant's path. */
  mount?: { type: string; version?: string };
  /** The tenant's overrides. */
  configMap?: ConfigMap;
  serviceAccount?: ServiceAccount;
  secret?: SecretMetadata;
  /** The delivered token, as the portal's database and Vault know it. */
  credential?: { expiresAt: string };
  /** Volumes of the cluster; those of other namespaces do not matter. */
  volumes: readonly PersistentVolume[];
}
