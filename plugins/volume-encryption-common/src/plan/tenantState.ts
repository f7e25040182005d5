import type { AccountFacts } from '../accountLogin/accountFacts';
import type { KmsSetup } from '../kmsConnection/setupProblems';
import type {
  ConfigMap,
  Namespace,
  PersistentVolume,
  PersistentVolumeClaim,
  SecretMetadata,
  ServiceAccount,
  StorageClass,
  VolumeSnapshot,
  VolumeSnapshotContent,
} from '../kubernetes/objects';
import type { Observed } from '../observation/observed';

/** What cluster, KMS and portal hold for a tenant now. @public */
export interface TenantState {
  /** ISO 8601; the core has no clock. */
  now: string;
  /** The KMS at the connection's address, and what is set up there. */
  kms: { name: string; mountPrefix: string; setup: KmsSetup };
  namespace?: Namespace;
  /** How one could be made; there when it is to be made. */
  newNamespace?: NewNamespace;
  /** Namespace of the Ceph CSI pods, which is no tenant. */
  csiNamespace: string;
  /** The ConfigMap of KMS connections that Ceph CSI reads. */
  connections: Observed<ConfigMap | undefined>;
  /** The mount at the tenant's path. */
  mount?: { type: string; version?: string };
  /** The tenant's overrides. */
  configMap?: ConfigMap;
  serviceAccount?: ServiceAccount;
  secret?: SecretMetadata;
  /** What a wrapped token waits in to be taken out; left by a run that died. */
  wrappedSecret?: SecretMetadata;
  /** The delivered token, as the portal's database and Vault know it. */
  credential?: { expiresAt: string };
  /** How many tokens of the tenant the database records as not ended. */
  recordedTokens: number;
  /** Volumes of the cluster; those of other namespaces do not matter. */
  volumes: readonly PersistentVolume[];
}

/** What the cluster lets the portal do about a namespace to be made. @public */
export interface NewNamespace {
  /** `none`: neither a namespace nor a project request. */
  by: 'namespace' | 'project-request' | 'none';
  /** Whether its labels and annotations may be changed when it is there. */
  mayPatch: boolean;
}

/** What the change of a tenant's credential depends on besides. @public */
export interface RotationState extends TenantState {
  /** Whom Vault lets in as a tenant's ServiceAccount; absent for tokens. */
  login?: Pick<AccountFacts, 'role' | 'setUp'>;
  /** Of the namespace, by the names of the cluster's other connections. */
  otherAccounts: readonly ServiceAccount[];
  /** With a recorded token of the tenant, where this connection's has none. */
  otherSecrets: readonly string[];
}

/** What of another cluster may need keys of the tenant's mount. @public */
export interface OtherCluster {
  name: string;
  /** All of the cluster, as far as they are at a driver. */
  objects: Observed<readonly (PersistentVolume | VolumeSnapshotContent)[]>;
}

/** What a tenant's keys are needed for, or were, beside its volumes. @public */
export interface LeavingTenantState extends TenantState {
  /** Claims of the namespace. */
  claims: readonly PersistentVolumeClaim[];
  storageClasses: readonly StorageClass[];
  /** Of the namespace; none where the cluster has no such kind. */
  snapshots: readonly VolumeSnapshot[];
  /** Of the cluster; none where it has no such kind. */
  snapshotContents: readonly VolumeSnapshotContent[];
  /**
   * Names of the keys in the tenant's mount: volume handles, those in folders with
   * their folders in front.
   */
  keys: readonly string[];
  /** Folders of the mount that cannot be listed, so that what is in them is unknown. */
  unlistedFolders: readonly string[];
  /**
   * The other configured clusters, where there are keys: mirrored volumes have the
   * same handles there, and keys may be named by any cluster that reaches the KMS.
   */
  otherClusters: readonly OtherCluster[];
  /** Whether an earlier run has begun to destroy them, and not told its end. */
  hasOpenReceipt: boolean;
  /** Other KMSs with tokens of the tenant that the database records as not ended. */
  otherKms: readonly string[];
  /** Whether the portal has a credential that destroys keys in this KMS. */
  canDestroyKeys: boolean;
}
