import type { Fields } from './fields';
import type { VolumeSnapshot } from './objects';
import { parseMeta } from './parseMeta';

/** A snapshot; one made for a content that was there has no claim. */
export function parseVolumeSnapshot(object: Fields): VolumeSnapshot {
  const source = object.child('spec').child('source');
  return {
    kind: 'VolumeSnapshot',
    meta: parseMeta(object),
    claimName: source.optionalText('persistentVolumeClaimName'),
    contentName:
      object.child('status').optionalText('boundVolumeSnapshotContentName') ??
      source.optionalText('volumeSnapshotContentName'),
  };
}
