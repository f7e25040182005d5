/**
 * The few fields of Kubernetes objects that we read, with our own names where
 * the wire's nesting says nothing. Made at the door by `parseObject`, so that
 * everything behind it can rely on the types.
 */

/** What every object has. Times are ISO 8601 in UTC. @public */
export interface ObjectMeta {
  name: string;
  /** Empty for cluster-scoped objects. */
  namespace: string;
  uid: string;
  resourceVersion: string;
  createdAt: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
  deletedAt?: string;
  owners: { kind: string; name: string; uid: string }[];
}

/** A claim, and the volume it is bound to. @public */
export interface PersistentVolumeClaim {
  kind: 'PersistentVolumeClaim';
  meta: ObjectMeta;
  storageClassName?: string;
  volumeName?: string;
  accessModes: string[];
  volumeMode: 'Filesystem' | 'Block';
  /** Kubernetes quantity. */
  requested: string;
  /** Kubernetes quantity; absent until bound. */
  capacity?: string;
  phase: 'Pending' | 'Bound' | 'Lost';
  /** What the claim is a copy of, if anything. */
  dataSource?: { kind: string; name: string; namespace?: string };
}

/** A volume, with the record of how its driver made it. @public */
export interface PersistentVolume {
  kind: 'PersistentVolume';
  meta: ObjectMeta;
  storageClassName?: string;
  reclaimPolicy: string;
  phase: string;
  claim?: { namespace: string; name: string; uid?: string };
  /** Absent for in-tree volumes. */
  csi?: {
    driver: string;
    volumeHandle: string;
    /** `volumeAttributes`; immutable, so a record of creation. */
    attributes: Record<string, string>;
    nodeStageSecret?: { name: string; namespace: string };
  };
  /** Name of the volume source in `spec` when it is not CSI, such as `hostPath`. */
  otherSource?: string;
}

/** A class, and what it asks its provisioner for. @public */
export interface StorageClass {
  kind: 'StorageClass';
  meta: ObjectMeta;
  provisioner: string;
  parameters: Record<string, string>;
  reclaimPolicy: 'Delete' | 'Retain' | 'Recycle';
  bindingMode: 'Immediate' | 'WaitForFirstConsumer';
}

/** A pod, as a user of claims. @public */
export interface Pod {
  kind: 'Pod';
  meta: ObjectMeta;
  nodeName?: string;
  /** Names of the claims in its volumes, same namespace. */
  claimNames: string[];
  phase: string;
  /** True when at least one container has started, so its volumes are mounted. */
  containersStarted: boolean;
}

/** An Event, named so because DOM has an `Event` too. @public */
export interface ClusterEvent {
  kind: 'Event';
  meta: ObjectMeta;
  /** The object it is about. */
  about: { kind: string; namespace: string; name: string; uid?: string };
  type: 'Normal' | 'Warning';
  reason: string;
  message: string;
  count: number;
  lastSeen: string;
}

/** A namespace: a tenant, once it has an owner. @public */
export interface Namespace {
  kind: 'Namespace';
  meta: ObjectMeta;
}

/** A ConfigMap, for KMS connections and their overrides. @public */
export interface ConfigMap {
  kind: 'ConfigMap';
  meta: ObjectMeta;
  data: Record<string, string>;
}

/** A ServiceAccount, for a tenant's credential. @public */
export interface ServiceAccount {
  kind: 'ServiceAccount';
  meta: ObjectMeta;
}

/**
 * A Secret as its metadata only; the data never reaches this process.
 *
 * @public
 */
export interface SecretMetadata {
  kind: 'Secret';
  meta: ObjectMeta;
}

/** Any object we read, told apart by `kind`. @public */
export type KubernetesObject =
  | PersistentVolumeClaim
  | PersistentVolume
  | StorageClass
  | Pod
  | ClusterEvent
  | Namespace
  | ConfigMap
  | ServiceAccount
  | SecretMetadata;

/** The kinds we read. @public */
export type ObjectKind = KubernetesObject['kind'];

/** The object type of a kind. @public */
export type ObjectOfKind<K extends ObjectKind> = Extract<
  KubernetesObject,
  { kind: K }
>;

/**
 * An object to be written, in Kubernetes' own shape, for server-side apply.
 *
 * @public
 */
export interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
  [field: string]: unknown;
}
