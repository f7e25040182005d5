/** A claim that comes to nothing, made in a namespace of the cause's name. */
export interface StuckClaim {
  /** The code of the diagnosis, on its own or among others. */
  code: string;
  /** Of the claim; that of tenant tokens where it is not said otherwise. */
  storageClass?: string;
  /** A StorageClass of the cause's name, as those of Ceph but for this. */
  parameters?: Record<string, string>;
  /** A StorageClass of the cause's name with these fields and no parameters. */
  classFields?: object;
  /** Data of the tenant's token Secret. */
  token?: Record<string, string>;
  /** The tenant whose token it is given in Vault. */
  tokenOf?: string;
  /** The namespace has the ServiceAccount of the tenant. */
  hasAccount?: boolean;
  /** Pods with these fields use the claim. */
  pods?: object[];
  /** A volume made by hand that the claim names, its own but for these fields. */
  volume?: object;
}

/** A KMS connection each that is wrong in one way; none of them hurts others. */
export function wrongConnections(vaultAddress: string): Record<string, string> {
  const usual = { vaultBackend: 'kv-v2', vaultAddress };
  const entries = {
    misspelt: { ...usual, encryptionKMSType: 'vaulttoken' },
    down: {
      ...usual,
      encryptionKMSType: 'vaulttokens',
      vaultAddress: 'http://127.0.0.1:1',
    },
    'no-role': {
      ...usual,
      encryptionKMSType: 'vaulttenantsa',
      vaultAuthPath: 'kubernetes',
      vaultRole: 'nobody',
    },
  };
  return Object.fromEntries(
    Object.entries(entries).map(([id, it]) => [id, JSON.stringify(it)]),
  );
}

const RBD = 'rook-ceph.rbd.csi.ceph.com';
const waits = {
  provisioner: RBD,
  volumeBindingMode: 'WaitForFirstConsumer',
};
const byHand = { csi: { driver: RBD, volumeHandle: 'by-hand' } };
const inZone = (zone: string) => ({ nodeSelector: { zone } });
const withinZone = (zone: string) => ({
  nodeAffinity: {
    required: {
      nodeSelectorTerms: [
        { matchExpressions: [{ key: 'zone', operator: 'In', values: [zone] }] },
      ],
    },
  },
});

/** What can be made to go wrong without Ceph, by the name of its namespace. */
export const STUCK_CLAIMS: Record<string, StuckClaim> = {
  'token-missing': { code: 'token-secret-missing' },
  'token-empty': { code: 'token-secret-empty', token: { other: 'x' } },
  'token-invalid': { code: 'vault-token-invalid', token: { token: 'hvs.x' } },
  'token-of-other': { code: 'vault-denied', tokenOf: 'payments' },
  'mount-missing': { code: 'vault-mount-missing', tokenOf: 'mount-missing' },
  'account-missing': {
    code: 'service-account-missing',
    storageClass: 'ceph-rbd-encrypted',
  },
  'login-refused': {
    code: 'vault-role-not-bound',
    storageClass: 'ceph-rbd-encrypted',
    hasAccount: true,
  },
  'role-missing': {
    code: 'vault-role-missing',
    parameters: { encryptionKMSID: 'no-role' },
    hasAccount: true,
  },
  'vault-down': {
    code: 'vault-unreachable',
    parameters: { encryptionKMSID: 'down' },
    token: { token: 'hvs.x' },
  },
  'kms-unknown': {
    code: 'connection-unknown',
    storageClass: 'ceph-rbd-encrypted-retired',
  },
  'kms-misspelt': {
    code: 'connection-type-unknown',
    parameters: { encryptionKMSID: 'misspelt' },
  },
  'cluster-unknown': {
    code: 'ceph-cluster-unknown',
    parameters: { clusterID: 'other' },
  },
  'pool-missing': {
    code: 'pool-missing',
    parameters: { pool: 'nopool', encrypted: 'false' },
  },
  'secret-missing': {
    code: 'csi-secret-missing',
    parameters: { 'csi.storage.k8s.io/provisioner-secret-name': 'gone' },
  },
  'class-missing': {
    code: 'storage-class-missing',
    storageClass: 'no-such-class',
  },
  'class-unset': { code: 'storage-class-unset', storageClass: '' },
  'plugin-unknown': {
    code: 'provisioner-unknown',
    classFields: { provisioner: 'kubernetes.io/rbd' },
  },
  'nobody-answers': {
    code: 'provisioner-silent',
    classFields: { provisioner: 'nobody.example.org' },
  },
  'no-pod': { code: 'waiting-for-pod', classFields: waits },
  'no-node': {
    code: 'waiting-for-scheduling',
    classFields: waits,
    pods: [inZone('nowhere')],
  },
  'pod-waits': { code: 'claim-not-bound', pods: [{}] },
  'volume-taken': {
    code: 'volume-taken',
    storageClass: '',
    volume: { ...byHand, claimRef: { namespace: 'payments', name: 'other' } },
  },
  'volume-elsewhere': {
    code: 'node-out-of-reach',
    storageClass: '',
    pods: [inZone('free')],
    volume: { ...byHand, ...withinZone('elsewhere') },
  },
  'node-full': {
    code: 'attach-limit',
    storageClass: '',
    pods: [inZone('full')],
    volume: byHand,
  },
  'two-nodes': {
    code: 'volume-in-use',
    storageClass: '',
    pods: [{ nodeName: 'node-full' }, { nodeName: 'node-free' }],
    volume: byHand,
  },
};
