import { randomUUID } from 'node:crypto';

/** An object with its place in etcd. */
export interface StoredObject {
  key: string;
  value: unknown;
}

/** Which claim: its component finds it by its label. */
export interface ClaimName {
  namespace: string;
  name: string;
  component: string;
  /** KMS connection of the volume. */
  kmsId?: string;
}

const DRIVER = 'rook-ceph.rbd.csi.ceph.com';
const SECRET = 'rook-csi-rbd-provisioner';
const SIZE = { storage: '1Gi' };
const MADE = new Date().toISOString().replace(/\.\d+/, '');

/**
 * A claim and the encrypted volume that is bound to it, as Ceph CSI, its
 * provisioner and the controllers leave them.
 */
export function boundVolume(claim: ClaimName) {
  const uid = randomUUID();
  const volume = `pvc-${uid}`;
  const handle = `0001-0009-rook-ceph-0000000000000002-${randomUUID()}`;
  const claimKey = `/registry/persistentvolumeclaims/${claim.namespace}/${claim.name}`;
  const volumeKey = `/registry/persistentvolumes/${volume}`;
  const objects: StoredObject[] = [
    { key: claimKey, value: claimObject(claim, { uid, volume }) },
    { key: volumeKey, value: volumeObject(claim, { uid, volume, handle }) },
  ];
  return { handle, objects };
}

function claimObject(
  { namespace, name, component }: ClaimName,
  { uid, volume }: { uid: string; volume: string },
) {
  return {
    kind: 'PersistentVolumeClaim',
    apiVersion: 'v1',
    metadata: {
      name,
      namespace,
      uid,
      creationTimestamp: MADE,
      labels: { 'backstage.io/kubernetes-id': component },
      annotations: {
        'pv.kubernetes.io/bind-completed': 'yes',
        'pv.kubernetes.io/bound-by-controller': 'yes',
        'volume.kubernetes.io/storage-provisioner': DRIVER,
      },
      finalizers: ['kubernetes.io/pvc-protection'],
    },
    spec: {
      accessModes: ['ReadWriteOnce'],
      resources: { requests: SIZE },
      volumeName: volume,
      storageClassName: 'ceph-rbd-encrypted',
      volumeMode: 'Filesystem',
    },
    status: {
      phase: 'Bound',
      accessModes: ['ReadWriteOnce'],
      capacity: SIZE,
    },
  };
}

function volumeObject(
  { namespace, name, kmsId = 'vault-tenant-sa' }: ClaimName,
  made: { uid: string; volume: string; handle: string },
) {
  const image = `csi-vol-${made.handle.slice(-36)}`;
  return {
    kind: 'PersistentVolume',
    apiVersion: 'v1',
    metadata: {
      name: made.volume,
      uid: randomUUID(),
      creationTimestamp: MADE,
      annotations: {
        'pv.kubernetes.io/provisioned-by': DRIVER,
        'volume.kubernetes.io/provisioner-deletion-secret-name': SECRET,
        'volume.kubernetes.io/provisioner-deletion-secret-namespace':
          'rook-ceph',
      },
      finalizers: [
        'external-provisioner.volume.kubernetes.io/finalizer',
        'kubernetes.io/pv-protection',
      ],
    },
    spec: {
      capacity: SIZE,
      accessModes: ['ReadWriteOnce'],
      claimRef: {
        kind: 'PersistentVolumeClaim',
        apiVersion: 'v1',
        namespace,
        name,
        uid: made.uid,
      },
      csi: {
        driver: DRIVER,
        volumeHandle: made.handle,
        fsType: 'ext4',
        nodeStageSecretRef: {
          name: 'rook-csi-rbd-node',
          namespace: 'rook-ceph',
        },
        controllerExpandSecretRef: { name: SECRET, namespace: 'rook-ceph' },
        volumeAttributes: {
          clusterID: 'rook-ceph',
          encrypted: 'true',
          encryptionKMSID: kmsId,
          imageFeatures: 'layering',
          imageName: image,
          journalPool: 'replicapool',
          pool: 'replicapool',
          'storage.kubernetes.io/csiProvisionerIdentity': 'bench',
        },
      },
      persistentVolumeReclaimPolicy: 'Delete',
      storageClassName: 'ceph-rbd-encrypted',
      volumeMode: 'Filesystem',
    },
    status: { phase: 'Bound' },
  };
}

/** A small ConfigMap with the component's label. */
export function labelledConfigMap(claim: ClaimName): StoredObject {
  const { namespace, name, component } = claim;
  return {
    key: `/registry/configmaps/${namespace}/${name}`,
    value: {
      kind: 'ConfigMap',
      apiVersion: 'v1',
      metadata: {
        name,
        namespace,
        uid: randomUUID(),
        creationTimestamp: MADE,
        labels: { 'backstage.io/kubernetes-id': component },
      },
      data: { setting: 'value' },
    },
  };
}
