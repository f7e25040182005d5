import { LABEL_MANAGED_BY, MANAGER } from '../contract/annotations';
import type {
  ConfigMap,
  Namespace,
  ObjectMeta,
  PersistentVolume,
  PersistentVolumeClaim,
  StorageClass,
} from '../kubernetes/objects';
import { observed, type Observed } from '../observation/observed';
import type { TenantState } from './tenantState';

/** The label of what we made. */
export const OURS = { [LABEL_MANAGED_BY]: MANAGER };

/** A moment for tests. */
export const NOW = '2026-01-01T12:00:00Z';

/** Names that no field takes, whichever its form. */
export const BAD_NAMES = [
  '',
  '.',
  '..',
  '/',
  '%2f',
  '../../x',
  'a b',
  'zahlungen-süd',
  'a'.repeat(254),
];

/** Metadata of an object of namespace payments, or of none. */
export function metaOf(
  name: string,
  fields: Partial<ObjectMeta> = {},
): ObjectMeta {
  return {
    name,
    namespace: '',
    uid: `uid-of-${name}`,
    resourceVersion: '1',
    createdAt: '2025-12-01T00:00:00Z',
    labels: {},
    annotations: {},
    owners: [],
    ...fields,
  };
}

export function namespaceOf(fields: Partial<ObjectMeta> = {}): Namespace {
  const meta = metaOf('payments', {
    labels: { 'csi-kms': 'enabled' },
    annotations: { 'volume-encryption.backstage.io/owner': 'group:payments' },
    ...fields,
  });
  return { kind: 'Namespace', meta };
}

/** The map of KMS connections with these entries, as an observation. */
export function connectionsOf(
  entries: Record<string, Record<string, unknown> | string>,
): Observed<ConfigMap | undefined> {
  const data = Object.fromEntries(
    Object.entries(entries).map(([id, entry]) => [
      id,
      typeof entry === 'string' ? entry : JSON.stringify(entry),
    ]),
  );
  const meta = metaOf('csi-kms-connection-details', { namespace: 'rook-ceph' });
  return observed({ kind: 'ConfigMap', meta, data }, NOW);
}

export const VAULT_SA = {
  encryptionKMSType: 'vaulttenantsa',
  vaultAddress: 'https://vault.example:8200',
};

export const VAULT_TOKENS = {
  encryptionKMSType: 'vaulttokens',
  vaultAddress: 'https://vault.example:8200',
};

/** One connection of each custody, and one of neither. */
export const CONNECTIONS = {
  'vault-sa': VAULT_SA,
  'vault-tokens': VAULT_TOKENS,
  'by-metadata': { encryptionKMSType: 'metadata' },
};

/** What the connections of these tests lead to by Ceph CSI's defaults. */
export const USUAL_SETUP = { authMount: 'kubernetes', role: 'csi-kubernetes' };

/** A namespace that nothing was set up for. */
export function tenantStateOf(fields: Partial<TenantState> = {}): TenantState {
  return {
    now: NOW,
    kms: { name: 'vault', mountPrefix: 'csi', setup: USUAL_SETUP },
    namespace: namespaceOf(),
    connections: connectionsOf(CONNECTIONS),
    csiNamespace: 'rook-ceph',
    recordedTokens: 0,
    volumes: [],
    ...fields,
  };
}

/** The tenant's ConfigMap as we make it, with what a test wants otherwise. */
export function tenantConfigOf(
  data: Record<string, string> = {},
  meta: Partial<ObjectMeta> = {},
): ConfigMap {
  return {
    kind: 'ConfigMap',
    meta: metaOf('ceph-csi-kms-config', {
      namespace: 'payments',
      labels: OURS,
      ...meta,
    }),
    data: {
      vaultBackend: 'kv-v2',
      vaultBackendPath: 'csi/prod.payments',
      ...data,
    },
  };
}

/** A bound, encrypted RBD volume of namespace payments. */
export function volumeOf(
  name: string,
  { kmsId = 'vault-sa', namespace = 'payments' } = {},
): PersistentVolume {
  return {
    kind: 'PersistentVolume',
    meta: metaOf(name),
    reclaimPolicy: 'Delete',
    phase: 'Bound',
    claim: { namespace, name },
    csi: {
      driver: 'rook-ceph.rbd.csi.ceph.com',
      volumeHandle: `0001-0009-rook-ceph-0000000000000002-${name}`,
      attributes: { encrypted: 'true', encryptionKMSID: kmsId },
    },
  };
}

/** An encrypted RBD class. */
export function storageClassOf(
  fields: Partial<StorageClass> = {},
): StorageClass {
  return {
    kind: 'StorageClass',
    meta: metaOf('encrypted', { labels: OURS }),
    provisioner: 'rook-ceph.rbd.csi.ceph.com',
    parameters: { encrypted: 'true', encryptionKMSID: 'vault-sa' },
    reclaimPolicy: 'Delete',
    bindingMode: 'Immediate',
    allowsExpansion: true,
    ...fields,
  };
}

/** A claim of ours of 10Gi for component shop. */
export function claimOf(
  fields: Partial<PersistentVolumeClaim> = {},
): PersistentVolumeClaim {
  return {
    kind: 'PersistentVolumeClaim',
    meta: metaOf('data', {
      namespace: 'payments',
      labels: { ...OURS, 'backstage.io/kubernetes-id': 'shop' },
    }),
    storageClassName: 'encrypted',
    accessModes: ['ReadWriteOnce'],
    volumeMode: 'Filesystem',
    requested: '10Gi',
    phase: 'Bound',
    ...fields,
  };
}
