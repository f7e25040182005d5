import type { VolumeFacts } from '../assessment/volumeFacts';
import type {
  Namespace,
  PersistentVolumeClaim,
  StorageClass,
} from '../kubernetes/objects';

/** Which claim is to become encrypted, and how. @public */
export interface MoveRequest {
  cluster: string;
  namespace: string;
  claim: string;
  /** The class of the new volume. */
  storageClass: string;
  /** Name of the new claim; by default the old one's with `-encrypted`. */
  newClaim?: string;
  /** Kubernetes quantity; by default what holds the old volume. */
  size?: string;
  /** Image of the Job that copies; by default Debian's. */
  image?: string;
  /** The user that the Job runs as; by default root. */
  runAsUser?: number;
}

/** What the plan of a move depends on. @public */
export interface MoveState {
  /** Of the claim that is to become encrypted. */
  facts: VolumeFacts;
  namespace?: Namespace;
  /** The class of the requested name, as the cluster has it now. */
  storageClass?: StorageClass;
  /** What a new claim of that class finds in the namespace. */
  target: Pick<VolumeFacts, 'now' | 'connections' | 'tenant'>;
  /** The claim of the new name, if there is one. */
  existing?: PersistentVolumeClaim;
  /** The label value by which a claim is found as the entity's. */
  kubernetesId: string;
  /** Why the cluster would not take the new claim, where it was asked. */
  refusal?: string;
}
