import { mockServices } from '@backstage/backend-test-utils';
import {
  CONNECTIONS_CONFIG_MAP,
  type ObjectKind,
} from 'backstage-plugin-volume-encryption-common';
import type { Cluster, Kms } from 'backstage-plugin-volume-encryption-node';
import { metaOf, namespaceOf, volumeOf } from '../../__testUtils__/objects';
import { KmsFacts } from '../../status';
import { Systems } from '../../systems';
import { createKms } from '../../vault/createKms';
import { VolumeIndex } from '../../volumeIndex';
import { KeyInventory } from '../KeyInventory';

const VAULT = 'https://vault.example:8200';

/** The handle of the volume of the tenant of that number. */
export function handleOf(number: number): string {
  const last = `${number}`.padStart(12, '0');
  return `0001-0009-rook-ceph-0000000000000002-5a1a1a1a-0000-4000-8000-${last}`;
}

const connections = {
  kind: 'ConfigMap',
  meta: metaOf(`rook-ceph/${CONNECTIONS_CONFIG_MAP}`),
  data: {
    tenants: JSON.stringify({
      encryptionKMSType: 'vaulttenantsa',
      vaultAddress: VAULT,
      vaultBackend: 'kv-v2',
    }),
  },
};

/** The tenants `prod.team-0` and on, each with an encrypted volume and no claim. */
function tenants(count: number): Partial<Record<ObjectKind, unknown[]>> {
  const numbers = Array.from({ length: count }, (_, number) => number);
  return {
    ConfigMap: [connections, ...numbers.map(overridesOf)],
    Namespace: numbers.map(number => namespaceOf(`team-${number}`)),
    PersistentVolume: numbers.map(encryptedOf),
  };
}

function overridesOf(number: number) {
  return {
    kind: 'ConfigMap',
    meta: metaOf(`team-${number}/ceph-csi-kms-config`),
    data: { vaultBackendPath: `csi/prod.team-${number}` },
  };
}

function encryptedOf(number: number) {
  return {
    ...volumeOf(`pv-${number}`, `team-${number}/data`),
    csi: {
      driver: 'rook-ceph.rbd.csi.ceph.com',
      volumeHandle: handleOf(number),
      attributes: { encrypted: 'true', encryptionKMSID: 'tenants' },
    },
  };
}

/** An inventory of cluster `prod` with so many tenants, and a KMS that lists so. */
export async function inventoryOf(
  count: number,
  listKeys: Kms['listKeys'] = async () => new Set(),
) {
  const kms = kmsThatLists(listKeys);
  const clusters = [clusterOf(tenants(count))];
  let later = 0;
  const now = () => new Date(Date.now() + later);
  const inventory = new KeyInventory({
    index: await indexOf(clusters),
    systems: new Systems({ clusters, kms: [kms] }),
    kms: [kms],
    kmsFacts: new KmsFacts(now),
    now,
  });
  const { signal } = new AbortController();
  return {
    kms,
    inventory,
    /** A round; then a minute goes by. */
    look: async () => {
      await inventory.look(signal);
      later += 60_000;
    },
    list: (query = {}) =>
      inventory.list('vault', query, { limit: 10, offset: 0 }),
  };
}

function kmsThatLists(listKeys: Kms['listKeys']): Kms {
  const kms = createKms({
    name: 'vault',
    address: VAULT,
    otherAddresses: [],
    auth: { method: 'token', token: 'of-no-use' },
    mountPrefix: 'csi',
    tokenRole: 'csi-tenant',
    timeoutMs: 1_000,
    maxConnections: 1,
  });
  kms.health = async () => ({
    ...{ name: 'vault', address: VAULT, state: 'active', peers: [] },
    observedAt: new Date().toISOString(),
  });
  kms.listMounts = jest.fn(async () => []);
  kms.readMount = jest.fn(async () => ({ type: 'kv', version: '2' }));
  kms.listKeys = jest.fn(listKeys);
  kms.describeKey = jest.fn(async () => ({ presence: 'present' as const }));
  return kms;
}

function clusterOf(held: Partial<Record<ObjectKind, unknown[]>>): Cluster {
  const watch: Cluster['reader']['watch'] = async function* tell(kind, given) {
    const told = { type: 'replaced', objects: held[kind] ?? [] };
    yield JSON.parse(JSON.stringify(told));
    await new Promise(resolve => {
      given.signal.addEventListener('abort', resolve);
    });
  };
  const reader = {
    list: jest.fn().mockResolvedValue([]),
    get: jest.fn(),
    watch,
  };
  const writer = { apply: jest.fn(), patch: jest.fn(), delete: jest.fn() };
  return { name: 'prod', csiNamespace: 'rook-ceph', reader, writer };
}

/** After the first lists. */
async function indexOf(clusters: readonly Cluster[]): Promise<VolumeIndex> {
  const logger = mockServices.logger.mock();
  const index = new VolumeIndex({ clusters, logger });
  const stop = new AbortController();
  const following = index.follow(stop.signal);
  await new Promise(setImmediate);
  stop.abort();
  await following;
  return index;
}
