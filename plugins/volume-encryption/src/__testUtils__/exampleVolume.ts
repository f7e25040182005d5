import type { VolumeView } from 'backstage-plugin-volume-encryption-common';

const activeVolume: VolumeView = {
  cluster: 'sandbox',
  namespace: 'payments',
  claim: 'ledger-data',
  phase: 'Bound',
  createdAt: '2026-11-20T08:00:00Z',
  requested: '10Gi',
  capacity: '10Gi',
  storageClass: 'encrypted-rbd',
  bindingMode: 'Immediate',
  persistentVolume: 'pvc-4f2c',
  driver: 'rook-ceph.rbd.csi.ceph.com',
  volumeHandle: '0001-0009-rook-ceph-0000000000000002-7d3e',
  mounts: [{ pod: 'ledger-0', node: 'node-a', running: true }],
  protection: {
    verdict: 'volume/customer-key',
    state: 'active',
    grade: 'E5',
    reasons: [
      {
        code: 'recorded-encrypted',
        severity: 'ok',
        message: 'The PersistentVolume records encrypted=true.',
        grade: 'E2',
      },
      {
        code: 'mounted-encrypted',
        severity: 'ok',
        message: 'Pod ledger-0 has it mounted; this driver has no fallback.',
        grade: 'E4',
      },
    ],
  },
  custody: {
    kind: 'held-by-kms',
    summary: 'Vault vault holds a passphrase of this volume alone.',
    kmsId: 'vault-tenant-sa',
    kmsType: 'vaulttenantsa',
    kms: 'vault',
    keyPath: 'csi/sandbox.payments/0001-0009-rook-ceph-7d3e',
    credential: 'tenant-service-account',
    sharedBy: 1,
    key: {
      presence: 'present',
      createdAt: '2026-11-20T08:00:05Z',
      currentVersion: 1,
      writtenBy: 'ServiceAccount payments/ceph-csi-vault-sa',
      writtenByTenant: true,
    },
    reasons: [
      {
        code: 'key-present',
        severity: 'ok',
        message: 'The key is listed in Vault, written by the tenant itself.',
        grade: 'E5',
      },
    ],
  },
  inFlight: { answer: 'encrypted', reasons: [] },
  clusterWide: { answer: 'unknown', reasons: [] },
  remount: {
    verdict: 'ready',
    reasons: [
      {
        code: 'kms-active',
        severity: 'ok',
        message: 'Vault is active and the tenant credential is there.',
      },
    ],
  },
  chain: [
    {
      kind: 'claim',
      name: 'payments/ledger-data',
      status: 'ok',
      grade: 'E2',
      detail: 'Bound to its PersistentVolume.',
    },
    {
      kind: 'persistent-volume',
      name: 'pvc-4f2c',
      status: 'ok',
      grade: 'E2',
      detail: 'Records encrypted=true and KMS vault-tenant-sa.',
    },
    {
      kind: 'kms-connection',
      name: 'vault-tenant-sa',
      status: 'ok',
      grade: 'E1',
      detail: 'Type vaulttenantsa, with the overrides of the tenant.',
    },
    {
      kind: 'tenant-credential',
      name: 'ServiceAccount ceph-csi-vault-sa',
      status: 'ok',
      grade: 'E2',
      detail: 'Is in namespace payments.',
    },
    {
      kind: 'kms',
      name: 'vault',
      status: 'ok',
      grade: 'E5',
      detail: 'Active and unsealed.',
    },
    {
      kind: 'key',
      name: 'csi/sandbox.payments/0001-0009-rook-ceph-7d3e',
      status: 'ok',
      grade: 'E5',
      detail: 'Present in version 1, written by the tenant.',
    },
  ],
  diagnoses: [],
  observedAt: '2026-11-24T20:00:00Z',
  keyObservedAt: '2026-11-24T19:59:40Z',
};

/** A volume that is encrypted and mounted, changed where a test says so. */
export function exampleVolume(changes: Partial<VolumeView> = {}): VolumeView {
  return { ...activeVolume, ...changes };
}
