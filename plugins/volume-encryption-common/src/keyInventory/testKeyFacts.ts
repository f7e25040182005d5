import {
  TEST_HANDLE,
  testConfigMap,
  testConnections,
  testMeta,
  testVolume,
} from '../kubernetes/testObjects';
import type {
  PersistentVolume,
  StorageClass,
  VolumeSnapshotContent,
} from '../kubernetes/objects';
import { observed } from '../observation/observed';
import { judgeFolder, surroundingsOf } from './judgeKeys';
import { folderKey, type KeyLook } from './KeyLook';
import type { ClusterKeyUses } from './KeyUse';
import { awaitedKeys, keyUses, type KeyedObjects } from './keyUses';
import { matchListing, SortedUses } from './matchListing';

/** When the KMS was asked, and a moment after it. */
export const ASKED_AT = '2026-03-02T00:00:00.000Z';
export const AFTER = '2026-03-02T00:00:10.000Z';

/** The mount that the overrides of the test's clusters lead to. */
export const MOUNT = 'csi/prod.payments';

/** What a test's cluster has; nothing unless told. */
export interface TestCluster {
  volumes?: PersistentVolume[];
  contents?: VolumeSnapshotContent[];
  awaited?: { namespace: string; storageClass: StorageClass }[];
  isMounted?: boolean;
  /** In place of those that lead to the KMS `vault`. */
  connections?: Record<string, string>;
  /** What the namespace `payments` overrides. */
  overrides?: Record<string, string>;
  changes?: Partial<ClusterKeyUses>;
}

/** A cluster as it is known after the KMS was asked. */
export function testClusterUses(
  cluster: string,
  its: TestCluster = {},
): ClusterKeyUses {
  const { volumes = [], contents = [], awaited = [], isMounted = false } = its;
  const connections = testConnections();
  const overrides = { vaultBackendPath: MOUNT, ...its.overrides };
  const objects: KeyedObjects = {
    ...{ cluster, volumes, contents, awaited },
    isMounted: () => isMounted,
    connectionsOf: () =>
      observed(
        { ...connections, data: its.connections ?? connections.data },
        AFTER,
      ),
    overridesOf: () => observed(testConfigMap(overrides), AFTER),
    kmsNameOf: address => (address.includes('vault.') ? 'vault' : undefined),
  };
  const found = { uses: [...keyUses(objects)], ...awaitedKeys(objects) };
  return {
    cluster,
    ...found,
    snapshotsAt: AFTER,
    kms: new Set(['vault']),
    ...its.changes,
  };
}

/** The states of the keys of a mount by their names, with the reasons' codes. */
export function judged(
  clusters: readonly ClusterKeyUses[],
  names: string[],
  its: {
    mount?: string;
    /** What was known when the KMS was asked; the same unless told. */
    before?: readonly ClusterKeyUses[];
    look?: Partial<KeyLook>;
    lost?: Record<string, 'soft-deleted' | 'destroyed'>;
  } = {},
) {
  const { mount = MOUNT, before = clusters } = its;
  const folder = { mount, folder: '' };
  const uses = sorted(clusters);
  const usesBefore = sorted(before);
  const listed = { names: new Set(names), at: ASKED_AT };
  const look = {
    ...folder,
    listing: matchListing(folder, listed, usesBefore),
    ...its.look,
  };
  const lost = Object.entries(its.lost ?? {}).map(
    ([name, presence]) =>
      [`${mount}/${name}`, { presence, at: ASKED_AT }] as const,
  );
  const facts = {
    ...{ kms: 'vault', mountPrefix: 'csi', clusters, uses },
    looks: new Map([[folderKey(folder), look]]),
    lost: new Map(lost),
  };
  return judgeFolder(folderKey(folder), facts, surroundingsOf(facts));
}

function sorted(clusters: readonly ClusterKeyUses[]): SortedUses {
  const uses = new SortedUses('vault');
  for (const it of clusters) it.uses.forEach(use => uses.add(use));
  return uses;
}

/** A content of a snapshot of Ceph RBD. */
export function testContent(snapshotHandle?: string): VolumeSnapshotContent {
  return {
    kind: 'VolumeSnapshotContent',
    meta: testMeta({ name: 'snapcontent-1', namespace: '' }),
    driver: 'rook-ceph.rbd.csi.ceph.com',
    snapshot: { namespace: 'payments', name: 'nightly' },
    sourceVolumeHandle: TEST_HANDLE,
    snapshotHandle,
  };
}

/** The test's volume under another handle. */
export function volumeWithHandle(
  volumeHandle: string,
  changes: Partial<PersistentVolume> = {},
): PersistentVolume {
  const volume = testVolume();
  return {
    ...volume,
    csi: volume.csi && { ...volume.csi, volumeHandle },
    ...changes,
  };
}

/** Another handle of Ceph CSI. */
export function handleOf(number: number): string {
  return TEST_HANDLE.slice(0, -3) + `${number}`.padStart(3, '0');
}
