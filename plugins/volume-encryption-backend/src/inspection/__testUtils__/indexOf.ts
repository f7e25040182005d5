import { mockServices } from '@backstage/backend-test-utils';
import {
  CONNECTIONS_CONFIG_MAP,
  LABEL_MANAGED_BY,
  MANAGER,
  type ConfigMap,
  type ObjectKind,
  type ObjectMeta,
  type PersistentVolume,
  type ServiceAccount,
} from 'backstage-plugin-volume-encryption-common';
import type { Cluster } from 'backstage-plugin-volume-encryption-node';
import { metaOf, volumeOf } from '../../__testUtils__/objects';
import type { TenantCredential } from '../../custody';
import { VolumeIndex } from '../../volumeIndex';

/** What a cluster holds, by kind. */
export type Held = Partial<Record<ObjectKind, unknown[]>>;

/** Labelled as made by the portal. */
export const ours: Partial<ObjectMeta> = {
  labels: { [LABEL_MANAGED_BY]: MANAGER },
};

/** The map of KMS connections in `rook-ceph`, of id to type and address. */
export function connectionsMap(
  entries: Record<string, [kmsType: string, address: string]>,
): ConfigMap {
  const data = Object.fromEntries(
    Object.entries(entries).map(([id, [kmsType, vaultAddress]]) => [
      id,
      JSON.stringify({
        encryptionKMSType: kmsType,
        vaultAddress,
        vaultRole: kmsType === 'vaulttenantsa' ? 'csi-tenant' : undefined,
      }),
    ]),
  );
  const meta = metaOf(`rook-ceph/${CONNECTIONS_CONFIG_MAP}`);
  return { kind: 'ConfigMap', meta, data };
}

/** Our ServiceAccount of a namespace, or somebody else's. */
export function accountIn(namespace: string, meta = ours): ServiceAccount {
  const ref = `${namespace}/ceph-csi-vault-sa`;
  return { kind: 'ServiceAccount', meta: metaOf(ref, meta) };
}

/** Our ConfigMap of a namespace. */
export function configIn(namespace: string): ConfigMap {
  return {
    kind: 'ConfigMap',
    meta: metaOf(`${namespace}/ceph-csi-kms-config`, ours),
    data: { vaultBackend: 'kv-v2' },
  };
}

/** A volume of a claim in the namespace, encrypted by the connection. */
export function encryptedIn(
  namespace: string,
  kmsId: string,
  name = `pv-${namespace}`,
): PersistentVolume {
  const attributes = { encrypted: 'true', encryptionKMSID: kmsId };
  return {
    ...volumeOf(name, `${namespace}/data`),
    csi: {
      driver: 'rook-ceph.rbd.csi.ceph.com',
      volumeHandle: `0001-${name}`,
      attributes,
    },
  };
}

/** A token's record of cluster prod. */
export function recordOf(
  namespace: string,
  fields: Partial<TenantCredential> = {},
): TenantCredential {
  return {
    id: `id-of-${namespace}`,
    cluster: 'prod',
    namespace,
    kms: 'vault',
    tenantId: `prod.${namespace}`,
    state: 'delivered',
    accessor: `accessor-of-${namespace}`,
    issuedAt: '2026-01-01T00:00:00Z',
    expiresAt: '2026-01-31T00:00:00Z',
    requestedBy: 'user:default/ada',
    ...fields,
  };
}

/** A cluster whose watches tell once what it holds. */
export function clusterHolding(
  held: Held,
  {
    name = 'prod',
    get = async () => undefined,
  }: Partial<{
    name: string;
    get: Cluster['reader']['get'];
  }> = {},
): Cluster {
  const watch: Cluster['reader']['watch'] = async function* tell(kind, given) {
    const told = { type: 'replaced', objects: held[kind] ?? [] };
    yield JSON.parse(JSON.stringify(told));
    await new Promise(resolve => {
      given.signal.addEventListener('abort', resolve);
    });
  };
  const reader = { list: jest.fn().mockResolvedValue([]), get, watch };
  const writer = { apply: jest.fn(), patch: jest.fn(), delete: jest.fn() };
  return { name, csiNamespace: 'rook-ceph', reader, writer };
}

/** The index of clusters after their first lists. */
export async function indexOf(
  clusters: readonly Cluster[],
  now?: () => Date,
): Promise<VolumeIndex> {
  const logger = mockServices.logger.mock();
  const index = new VolumeIndex({ clusters, logger, now });
  const stop = new AbortController();
  const following = index.follow(stop.signal);
  await new Promise(setImmediate);
  stop.abort();
  await following;
  return index;
}
