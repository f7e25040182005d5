import type { Round } from './Round';

/** An object to be applied and where it goes. */
export interface Placed {
  path: string;
  manifest: object;
}

export const connectionsPath =
  '/api/v1/namespaces/rook-ceph/configmaps/csi-kms-connection-details';

export const configMapPath = (namespace: string) =>
  `/api/v1/namespaces/${namespace}/configmaps/ceph-csi-kms-config`;

export const serviceAccountPath = (namespace: string) =>
  `/api/v1/namespaces/${namespace}/serviceaccounts/ceph-csi-vault-sa`;

export const secretPath = (namespace: string) =>
  `/api/v1/namespaces/${namespace}/secrets/ceph-csi-kms-token`;

export const classPath = (name: string) =>
  `/apis/storage.k8s.io/v1/storageclasses/${name}`;

export const claimPath = (round: Round) =>
  `/api/v1/namespaces/${round.namespace}/persistentvolumeclaims/${round.claim}`;

const labels = {
  'app.kubernetes.io/managed-by': 'backstage-volume-encryption',
};

export function configMap(namespace: string, mount: string): Placed {
  return {
    path: configMapPath(namespace),
    manifest: {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'ceph-csi-kms-config', namespace, labels },
      data: { vaultBackend: 'kv-v2', vaultBackendPath: mount },
    },
  };
}

export function serviceAccount(namespace: string): Placed {
  return {
    path: serviceAccountPath(namespace),
    manifest: {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: 'ceph-csi-vault-sa', namespace, labels },
    },
  };
}

export function secret(namespace: string, token: string): Placed {
  return {
    path: secretPath(namespace),
    manifest: {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'ceph-csi-kms-token', namespace, labels },
      data: { token: Buffer.from(token).toString('base64') },
    },
  };
}

export function storageClass(name: string, kmsId: string): Placed {
  const secrets = ['provisioner', 'controller-expand', 'node-stage'].flatMap(
    use => [
      [
        `csi.storage.k8s.io/${use}-secret-name`,
        `rook-csi-rbd-${use === 'node-stage' ? 'node' : 'provisioner'}`,
      ],
      [`csi.storage.k8s.io/${use}-secret-namespace`, 'rook-ceph'],
    ],
  );
  return {
    path: classPath(name),
    manifest: {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name, labels },
      provisioner: 'rook-ceph.rbd.csi.ceph.com',
      parameters: {
        clusterID: 'rook-ceph',
        pool: 'replicapool',
        imageFeatures: 'layering',
        'csi.storage.k8s.io/fstype': 'ext4',
        encrypted: 'true',
        encryptionKMSID: kmsId,
        ...Object.fromEntries(secrets),
      },
      reclaimPolicy: 'Delete',
      volumeBindingMode: 'Immediate',
      allowVolumeExpansion: true,
    },
  };
}

export function claim(round: Round, component: string): Placed {
  return {
    path: claimPath(round),
    manifest: {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: {
        name: round.claim,
        namespace: round.namespace,
        labels: { ...labels, 'backstage.io/kubernetes-id': component },
      },
      spec: {
        accessModes: ['ReadWriteOnce'],
        volumeMode: 'Filesystem',
        resources: { requests: { storage: '1Gi' } },
        storageClassName: round.storageClass,
      },
    },
  };
}
