import type { Fields } from './fields';
import type { VolumeSnapshotClass } from './objects';
import { parseMeta } from './parseMeta';

/** A class of snapshots; unlike a StorageClass it must say what a deletion does. */
export function parseVolumeSnapshotClass(object: Fields): VolumeSnapshotClass {
  const deletionPolicy = object.text('deletionPolicy');
  if (deletionPolicy !== 'Delete' && deletionPolicy !== 'Retain') {
    throw object.wrong('deletionPolicy', 'must be Delete or Retain');
  }
  return {
    kind: 'VolumeSnapshotClass',
    meta: parseMeta(object),
    driver: object.text('driver'),
    deletionPolicy,
  };
}
