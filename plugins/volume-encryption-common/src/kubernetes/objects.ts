import type { CephCluster, StorageCluster } from './cephClusters';
import type { LimitRange, ResourceQuota } from './claimLimits';
import type { CsiDriver, CsiNode } from './csiRegistrations';
import type {
  EncryptionKeyRotationCronJob,
  EncryptionKeyRotationJob,
} from './csiAddons';
import type { ClusterNode, Job } from './runningPods';
import type { DiskPool } from './diskPools';
import type {
  LonghornVolume,
  TridentVolume,
  VolumeAttachment,
  ZfsVolume,
} from './vendorObjects';
import type { WorkloadOfKind } from './workloads';

/*
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
    nodeStageSecret?: SecretName;
    nodePublishSecret?: SecretName;
  };
  /** Name of the volume source in `spec` when it is not CSI, such as `hostPath`. */
  otherSource?: string;
  /** The driver of a `flexVolume`. */
  flexDriver?: string;
  /** What the mount is asked for; absent when nothing. */
  mountOptions?: string[];
  /** Kubernetes quantity. */
  capacity?: string;
}

/** Where a Secret is. Its data is never read. @public */
export interface SecretName {
  name: string;
  namespace: string;
}

/** A class, and what it asks its provisioner for. @public */
export interface StorageClass {
  kind: 'StorageClass';
  meta: ObjectMeta;
  provisioner: string;
  parameters: Record<string, string>;
  reclaimPolicy: 'Delete' | 'Retain' | 'Recycle';
  bindingMode: 'Immediate' | 'WaitForFirstConsumer';
  /** `allowVolumeExpansion`; absent is no. */
  allowsExpansion: boolean;
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
  /** When the last container that runs was started; its volumes were mounted by then. */
  startedAt?: string;
  /** What the container of a test said when it ended; of no other pod. */
  lastWords?: string;
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
  firstSeen: string;
  lastSeen: string;
}

/** A namespace: a tenant, once it has an owner. @public */
export interface Namespace {
  kind: 'Namespace';
  meta: ObjectMeta;
  /** The field manager that set the owner it serves, where that is told. */
  ownerSetBy?: string;
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
  /** Who last set which of its data keys, from `managedFields`; no value. */
  writers?: { manager: string; at?: string; dataKeys: string[] }[];
}

/** A snapshot of a claim (`snapshot.storage.k8s.io/v1`). @public */
export interface VolumeSnapshot {
  kind: 'VolumeSnapshot';
  meta: ObjectMeta;
  /** The claim it was taken of, same namespace. */
  claimName?: string;
  /** The content it is bound to. */
  contentName?: string;
}

/** What a snapshot is at the driver (`snapshot.storage.k8s.io/v1`). @public */
export interface VolumeSnapshotContent {
  kind: 'VolumeSnapshotContent';
  meta: ObjectMeta;
  driver: string;
  /** The snapshot it is of. */
  snapshot?: { namespace: string; name: string };
  /** Handle of the volume it was taken of, where the driver made it so. */
  sourceVolumeHandle?: string;
  /** Its own handle, by which Ceph CSI names its key; absent until it is made. */
  snapshotHandle?: string;
}

/** How a driver is asked for snapshots (`snapshot.storage.k8s.io/v1`). @public */
export interface VolumeSnapshotClass {
  kind: 'VolumeSnapshotClass';
  meta: ObjectMeta;
  driver: string;
  /** What becomes of a snapshot at the driver when its object is deleted. */
  deletionPolicy: 'Delete' | 'Retain';
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
  | SecretMetadata
  | WorkloadOfKind<'Deployment'>
  | WorkloadOfKind<'DaemonSet'>
  | Job
  | ClusterNode
  | VolumeSnapshot
  | VolumeSnapshotContent
  | VolumeSnapshotClass
  | EncryptionKeyRotationJob
  | EncryptionKeyRotationCronJob
  | LonghornVolume
  | TridentVolume
  | ZfsVolume
  | VolumeAttachment
  | CephCluster
  | StorageCluster
  | ResourceQuota
  | LimitRange
  | CsiDriver
  | CsiNode
  | DiskPool;

/** The kinds we read. @public */
export type ObjectKind = KubernetesObject['kind'];

/** The object type of a kind. @public */
export type ObjectOfKind<K extends ObjectKind> = Extract<
  KubernetesObject,
  { kind: K }
>;

/**
 * One object as it was looked at, which alone may be changed or deleted.
 *
 * @public
 */
export interface ObjectTarget {
  kind: ObjectKind;
  namespace?: string;
  name: string;
  /** `metadata.uid`: another object of the same name is left alone. */
  uid: string;
  /** `metadata.resourceVersion`: an object changed since is left alone. */
  resourceVersion?: string;
}

/**
 * A change of a few fields of an object; null removes the entry. `data` is a
 * ConfigMap's.
 *
 * @public
 */
export interface ObjectPatch {
  labels?: Record<string, string | null>;
  annotations?: Record<string, string | null>;
  data?: Record<string, string | null>;
}

/** An object that takes this one along when it goes. @public */
export interface OwnerReference {
  apiVersion: string;
  kind: string;
  name: string;
  uid: string;
}

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
    ownerReferences?: OwnerReference[];
  };
  [field: string]: unknown;
}
