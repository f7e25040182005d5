import type { AccountFacts } from '../accountLogin/accountFacts';
import type {
  ClusterWide,
  Custody,
  CustodyLink,
  InFlight,
  KeyDescription,
  KmsView,
  Protection,
  Remount,
} from '../contract/api';
import type { CredentialTerm } from '../custodyTerm/credentialTerm';
import type { CephCluster, StorageCluster } from '../kubernetes/cephClusters';
import type { DiskPool } from '../kubernetes/diskPools';
import type {
  ClusterEvent,
  ConfigMap,
  PersistentVolume,
  PersistentVolumeClaim,
  Pod,
  StorageClass,
} from '../kubernetes/objects';
import type {
  VendorObject,
  VolumeAttachment,
} from '../kubernetes/vendorObjects';
import type { Observed } from '../observation/observed';

/**
 * Everything a check may look at. Gathered by the backend, judged by the core.
 *
 * @public
 */
export interface VolumeFacts {
  /** The moment of the judgement, ISO 8601. The core has no clock of its own. */
  now: string;
  cluster: string;
  claim: PersistentVolumeClaim;
  /** The bound volume; `undefined` value: the claim names none or it is gone. */
  volume: Observed<PersistentVolume | undefined>;
  /** The class of the volume's name as it is today. */
  storageClass: Observed<StorageClass | undefined>;
  /** Pods of the claim's namespace that name the claim. */
  pods: Observed<Pod[]>;
  /** Events about the claim, its volume and its pods. */
  events: Observed<ClusterEvent[]>;
  /** The ConfigMap of KMS connections that Ceph CSI reads on this cluster. */
  connections: Observed<ConfigMap | undefined>;
  tenant: TenantFacts;
  /** The KMS the connection in force points to, by its address. */
  kms: Observed<KmsView>;
  /** What that KMS says of the key at the location in force. */
  key: Observed<KeyDescription>;
  /** How many volumes of all clusters' index use the same class; for shared passphrases. */
  volumesOfClass: number;
  /** The vendor's own object of the volume; `undefined` value: there is none. */
  vendorObject: Observed<VendorObject | undefined>;
  /** What lies below the volume, of Ceph and of Mayastor. */
  below: BelowFacts;
  /** The attachments of the volume. */
  attachments: Observed<VolumeAttachment[]>;
  /** How many volumes of the cluster name the same Secret for their mount. */
  volumesOfSecret?: number;
}

/** Objects of the Ceph cluster that a volume names; `undefined` value: none. @public */
export interface CephFacts {
  cephCluster: Observed<CephCluster | undefined>;
  storageCluster: Observed<StorageCluster | undefined>;
}

/** What lies below the volumes of a driver. @public */
export interface BelowFacts extends CephFacts {
  /** All pools of Mayastor; a volume does not tell which hold its replicas. */
  diskPools: Observed<DiskPool[]>;
}

/** What the claim's namespace holds for Ceph CSI. @public */
export interface TenantFacts extends AccountFacts {
  /** ConfigMap `ceph-csi-kms-config`, the tenant's overrides. */
  configMap: Observed<ConfigMap | undefined>;
  /** Is Secret `ceph-csi-kms-token` (or as configured) there? */
  tokenSecret: Observed<boolean>;
  /** The recorded term of the token in it, where the portal put it there. */
  tokenTerm: Observed<CredentialTerm | undefined>;
  /** The Secret is the portal's, and the token in it is not what it delivered. */
  tokenIsForeign?: boolean;
}

/** What the answers and the chain are computed into. */
export interface VolumeAssessment {
  protection: Protection;
  custody: Custody;
  inFlight: InFlight;
  clusterWide: ClusterWide;
  remount: Remount;
  chain: CustodyLink[];
}
