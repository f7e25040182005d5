import type {
  ClusterEvent,
  ConfigMap,
  ObjectMeta,
  PersistentVolume,
  PersistentVolumeClaim,
  Pod,
  StorageClass,
} from './objects';

/** Metadata for tests, of an object of namespace `payments`. */
export function testMeta(changes: Partial<ObjectMeta> = {}): ObjectMeta {
  return {
    name: 'data',
    namespace: 'payments',
    uid: `uid-of-${changes.name ?? 'data'}`,
    resourceVersion: '1',
    createdAt: '2026-03-01T10:00:00.000Z',
    labels: {},
    annotations: {},
    owners: [],
    ...changes,
  };
}

/** The claim `payments/data`, bound to the volume `pvc-1`. */
export function testClaim(
  changes: Partial<PersistentVolumeClaim> = {},
): PersistentVolumeClaim {
  return {
    kind: 'PersistentVolumeClaim',
    meta: testMeta(),
    storageClassName: 'encrypted',
    volumeName: 'pvc-1',
    accessModes: ['ReadWriteOnce'],
    volumeMode: 'Filesystem',
    requested: '10Gi',
    capacity: '10Gi',
    phase: 'Bound',
    ...changes,
  };
}

export const TEST_HANDLE =
  '0001-0009-rook-ceph-0000000000000002-5a1a1a1a-0000-4000-8000-000000000001';

/** What Ceph CSI writes on an encrypted volume that it provisioned. */
export const TEST_ATTRIBUTES: Record<string, string> = {
  clusterID: 'rook-ceph',
  encrypted: 'true',
  encryptionKMSID: 'vault-tenants',
  imageFeatures: 'layering',
  imageName: 'csi-vol-5a1a1a1a-0000-4000-8000-000000000001',
  journalPool: 'replicapool',
  pool: 'replicapool',
  'storage.kubernetes.io/csiProvisionerIdentity':
    '1700000000000-1-rook-ceph.rbd.csi.ceph.com',
};

/** The volume `pvc-1` of the claim `payments/data`, of Ceph RBD. */
export function testVolume(
  attributes: Record<string, string | undefined> = {},
  changes: Partial<PersistentVolume> = {},
): PersistentVolume {
  return {
    kind: 'PersistentVolume',
    meta: testMeta({
      name: 'pvc-1',
      namespace: '',
      createdAt: '2026-03-01T10:00:05.000Z',
      annotations: {
        'pv.kubernetes.io/provisioned-by': 'rook-ceph.rbd.csi.ceph.com',
      },
    }),
    storageClassName: 'encrypted',
    reclaimPolicy: 'Delete',
    phase: 'Bound',
    claim: { namespace: 'payments', name: 'data', uid: 'uid-of-data' },
    csi: {
      driver: 'rook-ceph.rbd.csi.ceph.com',
      volumeHandle: TEST_HANDLE,
      attributes: withChanges(TEST_ATTRIBUTES, attributes),
      nodeStageSecret: { name: 'rook-csi-rbd-node', namespace: 'rook-ceph' },
    },
    ...changes,
  };
}

/** The class `encrypted`, older than the test volume. */
export function testClass(
  parameters: Record<string, string | undefined> = {},
  changes: Partial<StorageClass> = {},
): StorageClass {
  return {
    kind: 'StorageClass',
    meta: testMeta({
      name: 'encrypted',
      namespace: '',
      createdAt: '2026-01-01T00:00:00.000Z',
    }),
    provisioner: 'rook-ceph.rbd.csi.ceph.com',
    parameters: withChanges(
      {
        clusterID: 'rook-ceph',
        encrypted: 'true',
        encryptionKMSID: 'vault-tenants',
        pool: 'replicapool',
      },
      parameters,
    ),
    reclaimPolicy: 'Delete',
    bindingMode: 'Immediate',
    allowsExpansion: true,
    ...changes,
  };
}

/** A running pod of `payments` that names the claim `data`. */
export function testPod(changes: Partial<Pod> = {}): Pod {
  return {
    kind: 'Pod',
    meta: testMeta({ name: 'web-0' }),
    nodeName: 'node-1',
    claimNames: ['data'],
    phase: 'Running',
    containersStarted: true,
    ...changes,
  };
}

/** A FailedMount event about the pod `web-0` and the volume `pvc-1`. */
export function testMountFailure(
  changes: Partial<ClusterEvent> = {},
): ClusterEvent {
  return {
    kind: 'Event',
    meta: testMeta({ name: 'web-0.1' }),
    about: {
      kind: 'Pod',
      namespace: 'payments',
      name: 'web-0',
      uid: 'uid-of-web-0',
    },
    type: 'Warning',
    reason: 'FailedMount',
    message:
      'MountVolume.MountDevice failed for volume "pvc-1" : rpc error: code = Internal desc = no',
    count: 1,
    firstSeen: '2026-03-01T10:05:00.000Z',
    lastSeen: '2026-03-01T10:05:00.000Z',
    ...changes,
  };
}

/** A ConfigMap of `rook-ceph` or, as the tenant's, of any name. */
export function testConfigMap(data: Record<string, string>): ConfigMap {
  return {
    kind: 'ConfigMap',
    meta: testMeta({ name: 'kms', namespace: 'rook-ceph' }),
    data,
  };
}

/** The connections of the test cluster, one of each Vault type and more. */
export function testConnections(
  changes: Record<string, unknown> = {},
): ConfigMap {
  const vault = {
    vaultAddress: 'https://vault.example:8200',
    vaultBackend: 'kv-v2',
  };
  const entries: Record<string, unknown> = {
    'vault-tenants': {
      encryptionKMSType: 'vaulttenantsa',
      ...vault,
      vaultRole: 'csi-tenant',
    },
    'vault-tokens': { encryptionKMSType: 'vaulttokens', ...vault },
    'vault-driver': {
      encryptionKMSType: 'vault',
      ...vault,
      vaultAuthPath: '/v1/auth/kubernetes/login',
      vaultRole: 'csi',
      vaultPassphrasePath: 'ceph-csi/',
    },
    wrapped: {
      encryptionKMSType: 'metadata',
      secretName: 'storage-passphrase',
    },
    'class-secret': { encryptionKMSType: 'metadata' },
    azure: {
      encryptionKMSType: 'azure-kv',
      AZURE_VAULT_URL: 'https://keys.example',
      AZURE_CLIENT_ID: 'client',
      AZURE_TENANT_ID: 'directory',
    },
    ...changes,
  };
  return testConfigMap(
    Object.fromEntries(
      Object.entries(entries).map(([kmsId, entry]) => [
        kmsId,
        typeof entry === 'string' ? entry : JSON.stringify(entry),
      ]),
    ),
  );
}

function withChanges(
  all: Record<string, string>,
  changes: Record<string, string | undefined>,
): Record<string, string> {
  const entries = Object.entries({ ...all, ...changes });
  const texts: [string, string][] = [];
  for (const [name, text] of entries) {
    if (text !== undefined) texts.push([name, text]);
  }
  return Object.fromEntries(texts);
}
