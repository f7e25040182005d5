import type { TenantFacts } from '../assessment/volumeFacts';
import type { ClaimRequest, KmsView } from '../contract/api';
import type { KeyCustody } from '../keyCustody/keyCustody';
import type { LimitRange, ResourceQuota } from '../kubernetes/claimLimits';
import type {
  ConfigMap,
  Namespace,
  PersistentVolumeClaim,
  StorageClass,
} from '../kubernetes/objects';
import type { Observed } from '../observation/observed';

/**
 * What is known before a claim is made. Gathered by the backend, judged here.
 *
 * @public
 */
export interface PreflightFacts {
  /** The moment of the judgement, ISO 8601. */
  now: string;
  request: ClaimRequest;
  /** The label value by which the claim will be found as the entity's. */
  kubernetesId: string;
  /** Entity refs of the entity's owners, in lower case. */
  owners: readonly string[];
  namespace: Observed<Namespace | undefined>;
  /** The claim of the requested name. */
  existing: Observed<PersistentVolumeClaim | undefined>;
  /** The class of the requested name. */
  storageClass: Observed<StorageClass | undefined>;
  /** Whether the cluster has a CSIDriver of the class's provisioner. */
  driverInstalled: Observed<boolean>;
  /** On how many nodes that driver has registered. */
  driverNodes: Observed<number>;
  /** Of the namespace. */
  quotas: Observed<ResourceQuota[]>;
  /** Of the namespace. */
  limitRanges: Observed<LimitRange[]>;
  /** The ConfigMap of KMS connections that the class's driver reads. */
  connections: Observed<ConfigMap | undefined>;
  /** What the namespace holds for the class's KMS connection. */
  tenant: TenantFacts;
  /** The KMS that the connection in force points to, by its address. */
  kms: Observed<KmsView>;
  /** The mount where the volume's key is to be. */
  keyMount: Observed<{ type: string; version?: string } | undefined>;
}

/** The facts, with who would hold the volume's key. */
export interface Outlook extends PreflightFacts {
  /** Absent where the class is not known, or asks for no key. */
  custody?: KeyCustody;
}
