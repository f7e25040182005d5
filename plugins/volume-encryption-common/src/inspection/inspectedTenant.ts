import type { AccountJudgement } from '../accountLogin/accountJudgement';
import type { TenantSummary } from '../contract/api';
import type { CredentialTerm } from '../custodyTerm/credentialTerm';
import type {
  ConfigMap,
  Namespace,
  SecretMetadata,
  ServiceAccount,
} from '../kubernetes/objects';
import type { Observed } from '../observation/observed';

/** What Vault says of a tenant's token. @public */
export interface InspectedToken {
  policies: readonly string[];
  /** CIDRs it may be used from; none means from everywhere. */
  boundCidrs: readonly string[];
  /** ISO 8601, or undefined for a token that does not end. */
  expiresAt?: string;
}

/** What the set-up of the tenant's KMS asks for. @public */
export interface InspectedKms {
  name: string;
  /** Path of the tenant's mount. */
  mountPath: string;
  /** ACL policy of tenants' tokens. */
  tokenPolicy: string;
  /** CIDRs that tenants' tokens are bound to; none means unbound. */
  boundCidrs: readonly string[];
}

/** What cluster, KMS and database say of a tenant. @public */
export interface InspectedTenant {
  /** ISO 8601; the core has no clock. */
  now: string;
  cluster: string;
  namespace: string;
  custody: TenantSummary['custody'];
  /** Names of what Ceph CSI looks for in the namespace. */
  names: { configMap: string; tokenSecret: string; serviceAccount: string };
  /** The KMS; absent when it cannot be told, or is not configured. */
  kms?: InspectedKms;
  /** The map of KMS connections that Ceph CSI reads. */
  connections: Observed<ConfigMap | undefined>;
  /** Connections of its custody and KMS. */
  kmsIds: readonly string[];
  namespaceObject: Observed<Namespace | undefined>;
  mount: Observed<{ type: string; version?: string } | undefined>;
  /** What holds for all keys of the mount, where it is KV version 2. */
  mountConfig: Observed<{ casRequired: boolean; deleteVersionAfter?: string }>;
  /** The tenant's overrides. */
  configMap: Observed<ConfigMap | undefined>;
  serviceAccount: Observed<ServiceAccount | undefined>;
  /** Whether Vault lets it in, for custody `vaulttenantsa` where a connection is known. */
  login?: AccountJudgement;
  secret: Observed<SecretMetadata | undefined>;
  /** Id of the credential that the Secret names as the one in it. */
  secretNames?: string;
  /** The delivered credential on record. */
  recorded?: CredentialTerm & {
    /** Why its last renewal failed; absent when it did not. */
    lastFailure?: string;
    /** resourceVersion of the Secret when it was delivered, where known. */
    secretVersion?: string;
  };
  /** Vault's word on that credential. */
  token: Observed<InspectedToken | undefined>;
  /** Other credentials that the namespace has, if any. */
  others: readonly Pick<TenantSummary, 'custody' | 'kms'>[];
  keys: Observed<{
    /** Names of keys that nothing has on any cluster that uses the KMS. */
    withoutVolume: readonly string[];
    /** PersistentVolumes that must have a key in the mount, and have none. */
    missing: readonly string[];
  }>;
}
