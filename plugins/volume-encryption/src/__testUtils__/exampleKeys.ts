import type {
  KmsKey,
  KmsKeyPage,
} from 'backstage-plugin-volume-encryption-common';

const HANDLE =
  '0001-0009-rook-ceph-0000000000000002-5a1a1a1a-0000-4000-8000-00000000000';

/** A key of a volume of cluster dr, in the mount of a tenant of prod. */
export function exampleKey(changes: Partial<KmsKey> = {}): KmsKey {
  return {
    kms: 'vault',
    mount: 'csi/prod.payments',
    name: `${HANDLE}1`,
    state: 'present',
    code: 'key-listed',
    message: 'PersistentVolume pvc-1 of cluster "dr" has it.',
    nextStep: 'None.',
    tenant: 'prod.payments',
    users: [
      {
        cluster: 'dr',
        kind: 'PersistentVolume',
        name: 'pvc-1',
        of: 'payments/ledger-data',
      },
    ],
    observedAt: '2026-11-24T19:58:00Z',
    ...changes,
  };
}

/** One key of each state, the gravest first. */
export function exampleKeys(changes: Partial<KmsKeyPage> = {}): KmsKeyPage {
  return {
    total: 4,
    states: { missing: 1, orphan: 1, unknown: 1, present: 1 },
    offset: 0,
    limit: 20,
    items: [
      exampleKey({
        name: `${HANDLE}2`,
        state: 'missing',
        code: 'key-missing',
        message: 'PersistentVolume pvc-2 needs this key.',
        nextStep: 'Restore it from a backup of the KMS.',
      }),
      exampleKey({
        name: `${HANDLE}3`,
        state: 'orphan',
        code: 'key-without-volume',
        message: 'No volume or snapshot has this handle.',
        nextStep: 'Keep it until the storage was looked at.',
        users: [],
      }),
      exampleKey({
        name: `${HANDLE}4`,
        state: 'unknown',
        code: 'cluster-unread',
        message: 'Cluster "dr" may have it.',
        users: [],
        observedAt: undefined,
      }),
      exampleKey(),
    ],
    looks: {
      folders: 12,
      done: 5,
      failed: 1,
      oldestAt: '2026-11-24T19:50:00Z',
      newestAt: '2026-11-24T19:58:00Z',
    },
    incomplete: true,
    assessedAt: '2026-11-24T19:58:00Z',
    problems: [
      {
        source: 'cluster',
        name: 'dr',
        code: 'cluster-unread',
        message: 'It does not answer.',
      },
    ],
    ...changes,
  };
}
