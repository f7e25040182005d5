import type { KeyDescription } from '../contract/api';
import type {
  EncryptionKeyRotationCronJob,
  EncryptionKeyRotationJob,
} from '../kubernetes/csiAddons';
import type {
  ConfigMap,
  Namespace,
  PersistentVolume,
  PersistentVolumeClaim,
  Pod,
  StorageClass,
} from '../kubernetes/objects';
import type { Observed } from '../observation/observed';

/** What the change of a volume's key by csi-addons depends on. @public */
export interface KeyRotationFacts {
  claim: PersistentVolumeClaim;
  /** The bound volume; `undefined` value: there is none. */
  volume: Observed<PersistentVolume | undefined>;
  storageClass: Observed<StorageClass | undefined>;
  namespace: Observed<Namespace | undefined>;
  /** Pods that name the claim. */
  pods: Observed<Pod[]>;
  /** Of the namespace; `undefined` value: the cluster has no such kind. */
  cronJobs: Observed<EncryptionKeyRotationCronJob[] | undefined>;
  /** csi-addons' own configuration; `undefined` value: none was found. */
  settings: Observed<ConfigMap | undefined>;
}

/** The same with how the runs went and what the KMS says of the key. @public */
export interface KeyRotationHistory extends KeyRotationFacts {
  /** Of the namespace; `undefined` value: the cluster has no such kind. */
  jobs: Observed<EncryptionKeyRotationJob[] | undefined>;
  key: Observed<KeyDescription>;
}
