import { JsonObject } from '../wire/json';

/** An object and the collection it is created in. */
export interface Seed {
  collection: string;
  object: JsonObject;
}

const kinds: Record<string, [apiVersion: string, plural: string]> = {
  Namespace: ['v1', 'namespaces'],
  Node: ['v1', 'nodes'],
  StorageClass: ['storage.k8s.io/v1', 'storageclasses'],
  ConfigMap: ['v1', 'configmaps'],
  Secret: ['v1', 'secrets'],
  ServiceAccount: ['v1', 'serviceaccounts'],
  PersistentVolumeClaim: ['v1', 'persistentvolumeclaims'],
  Pod: ['v1', 'pods'],
};

function seed(kind: string, name: string, rest: JsonObject = {}): Seed {
  const [namespace, own] = name.includes('/') ? name.split('/') : ['', name];
  const [apiVersion, plural] = kinds[kind];
  const root = apiVersion === 'v1' ? '/api/v1' : `/apis/${apiVersion}`;
  const scope = namespace && `/namespaces/${namespace}`;
  const { labels, annotations, ...fields } = rest;
  const metadata = { name: own, labels, annotations };
  return {
    collection: `${root}${scope}/${plural}`,
    object: { apiVersion, kind, metadata, ...fields },
  };
}

function team(name: string) {
  return seed('Namespace', name, {
    labels: { 'csi-kms': 'enabled' },
    annotations: {
      'volume-encryption.backstage.io/owner': `group:default/${name}`,
    },
  });
}

const secret = 'csi.storage.k8s.io';
const rbd = {
  clusterID: 'rook-ceph',
  pool: 'replicapool',
  imageFormat: '2',
  imageFeatures: 'layering,deep-flatten,exclusive-lock,object-map,fast-diff',
  [`${secret}/provisioner-secret-name`]: 'rook-csi-rbd-provisioner',
  [`${secret}/provisioner-secret-namespace`]: 'rook-ceph',
  [`${secret}/controller-expand-secret-name`]: 'rook-csi-rbd-provisioner',
  [`${secret}/controller-expand-secret-namespace`]: 'rook-ceph',
  [`${secret}/node-stage-secret-name`]: 'rook-csi-rbd-node',
  [`${secret}/node-stage-secret-namespace`]: 'rook-ceph',
  [`${secret}/fstype`]: 'ext4',
};

function storageClass(
  name: string,
  kmsId = '',
  volumeBindingMode = 'Immediate',
) {
  const encryption = kmsId && { encrypted: 'true', encryptionKMSID: kmsId };
  return seed('StorageClass', name, {
    provisioner: 'rook-ceph.rbd.csi.ceph.com',
    parameters: { ...rbd, ...(encryption || {}) },
    reclaimPolicy: 'Delete',
    allowVolumeExpansion: true,
    volumeBindingMode,
  });
}

function claim(
  name: string,
  component: string,
  [storageClassName, storage]: string[],
) {
  return seed('PersistentVolumeClaim', name, {
    labels: { 'backstage.io/kubernetes-id': component },
    spec: {
      storageClassName,
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage } },
    },
  });
}

function cephUser(name: string) {
  const stringData = { userID: name, userKey: 'the-sandbox-has-no-ceph' };
  return seed('Secret', `rook-ceph/${name}`, {
    type: 'kubernetes.io/rook',
    stringData,
  });
}

const ledgerPod = seed('Pod', 'payments/ledger-0', {
  labels: { app: 'ledger', 'backstage.io/kubernetes-id': 'ledger' },
  spec: {
    nodeName: 'worker-1',
    containers: [
      {
        name: 'ledger',
        image: 'ledger:1.0',
        volumeMounts: [{ name: 'data', mountPath: '/var/lib/ledger' }],
      },
    ],
    volumes: [
      { name: 'data', persistentVolumeClaim: { claimName: 'ledger-data' } },
    ],
  },
});

/** The connections of Ceph CSI to this Vault: one for each kind of custody. */
function connections(vaultAddress: string): Record<string, string> {
  const common = { vaultAddress, vaultBackend: 'kv-v2' };
  const bySa = { vaultAuthPath: 'kubernetes', vaultRole: 'csi-tenant' };
  const types = {
    'vault-tenant-sa': {
      encryptionKMSType: 'vaulttenantsa',
      ...common,
      ...bySa,
    },
    'vault-tokens': { encryptionKMSType: 'vaulttokens', ...common },
  };
  const texts = Object.entries(types).map(([id, it]) => [
    id,
    JSON.stringify(it),
  ]);
  return Object.fromEntries(texts);
}

function tenantConfig(namespace: string, cluster: string) {
  const vaultBackendPath = `csi/${cluster}.${namespace}`;
  const data = { vaultBackend: 'kv-v2', vaultBackendPath };
  return seed('ConfigMap', `${namespace}/ceph-csi-kms-config`, { data });
}

/** The teams, classes and volumes that the sandbox starts with, in order of creation. */
export function clusterObjects({
  cluster,
  vaultAddress,
}: {
  cluster: string;
  vaultAddress: string;
}): Seed[] {
  const monitors = [{ clusterID: 'rook-ceph', monitors: ['127.0.0.1:6789'] }];
  return [
    seed('Namespace', 'rook-ceph'),
    team('payments'),
    team('insurance'),
    seed('Node', 'worker-1'),
    cephUser('rook-csi-rbd-provisioner'),
    cephUser('rook-csi-rbd-node'),
    seed('ConfigMap', 'rook-ceph/ceph-csi-config', {
      data: { 'config.json': JSON.stringify(monitors) },
    }),
    seed('ConfigMap', 'rook-ceph/csi-kms-connection-details', {
      data: connections(vaultAddress),
    }),
    storageClass('ceph-rbd'),
    storageClass('ceph-rbd-encrypted', 'vault-tenant-sa'),
    storageClass('ceph-rbd-encrypted-tokens', 'vault-tokens'),
    storageClass(
      'ceph-rbd-encrypted-wffc',
      'vault-tenant-sa',
      'WaitForFirstConsumer',
    ),
    storageClass('ceph-rbd-encrypted-retired', 'vault-retired'),
    seed('ServiceAccount', 'payments/ceph-csi-vault-sa'),
    tenantConfig('payments', cluster),
    tenantConfig('insurance', cluster),
    claim('payments/ledger-data', 'ledger', ['ceph-rbd-encrypted', '10Gi']),
    claim('payments/ledger-scratch', 'ledger', ['ceph-rbd', '5Gi']),
    claim('insurance/claims-archive', 'claims', [
      'ceph-rbd-encrypted-retired',
      '20Gi',
    ]),
    ledgerPod,
  ];
}
