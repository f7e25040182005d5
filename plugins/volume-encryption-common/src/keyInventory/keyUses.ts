import { cephDriverOf } from '../driver/driverProfiles';
import type { EncryptionAsked } from '../driver/encryptionAsked';
import type {
  PersistentVolume,
  StorageClass,
  VolumeSnapshotContent,
} from '../kubernetes/objects';
import { keyPlaces, type PlaceSources } from './keyPlaces';
import type { ClusterKeyUses, KeyUse } from './KeyUse';

/** What a cluster has that may have keys. @public */
export interface KeyedObjects extends PlaceSources {
  cluster: string;
  volumes: readonly PersistentVolume[];
  contents: readonly VolumeSnapshotContent[];
  /** Classes of the claims that have no volume yet, with their namespaces. */
  awaited: readonly { namespace: string; storageClass: StorageClass }[];
  /** Whether a pod runs with the volume. */
  isMounted(volume: PersistentVolume): boolean;
}

/**
 * What of a cluster has keys, one after the other: every volume of Ceph CSI, with a claim or without
 * one, and every snapshot, which has a key by its own handle (ceph-csi
 * `internal/rbd/encryption.go` copyEncryptionConfig).
 *
 * @public
 */
export function* keyUses(objects: KeyedObjects): Generator<KeyUse> {
  const { cluster, volumes, contents } = objects;
  const placeOf = keyPlaces(objects);
  for (const volume of volumes) yield* volumeUse(volume, { objects, placeOf });
  for (const content of contents.filter(isOfCeph)) {
    yield* contentUse(content, cluster);
  }
}

/** Keys that may be in the making. @public */
export function awaitedKeys(
  objects: KeyedObjects,
): Pick<ClusterKeyUses, 'waiting' | 'hasUnnamedSnapshot'> {
  const placeOf = keyPlaces(objects);
  const { awaited, contents } = objects;
  return {
    waiting: awaited.flatMap(({ namespace, storageClass }) => {
      const { provisioner: driver, parameters } = storageClass;
      const asked = cephDriverOf(driver)?.readEncryption(parameters);
      return (asked && placeOf({ driver, asked, namespace }, '')) ?? [];
    }),
    hasUnnamedSnapshot: contents.some(
      it => isOfCeph(it) && it.snapshotHandle === undefined,
    ),
  };
}

function isOfCeph({ driver }: VolumeSnapshotContent): boolean {
  return cephDriverOf(driver) !== undefined;
}

function volumeUse(
  volume: PersistentVolume,
  known: { objects: KeyedObjects; placeOf: ReturnType<typeof keyPlaces> },
): KeyUse[] {
  const { meta, csi, claim } = volume;
  const driver = csi && cephDriverOf(csi.driver);
  if (!csi || !driver) return [];
  const { objects, placeOf } = known;
  const asked = driver.readEncryption(csi.attributes);
  const owner = {
    driver: csi.driver,
    asked,
    namespace: claim?.namespace ?? '',
  };
  return [
    {
      cluster: objects.cluster,
      kind: 'PersistentVolume',
      name: meta.name,
      of: claim && `${claim.namespace}/${claim.name}`,
      handle: csi.volumeHandle,
      place: placeOf(owner, csi.volumeHandle),
      needs: needsOf(volume, asked, objects),
    },
  ];
}

function needsOf(
  volume: PersistentVolume,
  { encryption }: EncryptionAsked,
  { isMounted }: KeyedObjects,
): KeyUse['needs'] {
  const { meta, phase, reclaimPolicy } = volume;
  const isGoing =
    meta.deletedAt !== undefined ||
    (phase === 'Released' && reclaimPolicy === 'Delete');
  if (isGoing) return 'none';
  if (encryption === 'file' && !isMounted(volume)) return 'key-after-mount';
  return encryption === 'block' || encryption === 'file' ? 'key' : 'none';
}

function contentUse(
  { meta, snapshot, snapshotHandle }: VolumeSnapshotContent,
  cluster: string,
): KeyUse[] {
  if (snapshotHandle === undefined) return [];
  return [
    {
      cluster,
      kind: 'VolumeSnapshotContent',
      name: meta.name,
      of: snapshot && `${snapshot.namespace}/${snapshot.name}`,
      handle: snapshotHandle,
      needs: 'none',
    },
  ];
}
