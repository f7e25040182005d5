import type { Fields } from './fields';
import type { VolumeSnapshotContent } from './objects';
import { parseMeta } from './parseMeta';

/** What a snapshot is at the driver. */
export function parseVolumeSnapshotContent(
  object: Fields,
): VolumeSnapshotContent {
  const spec = object.child('spec');
  const source = spec.child('source');
  const snapshot = spec.child('volumeSnapshotRef');
  return {
    kind: 'VolumeSnapshotContent',
    meta: parseMeta(object),
    driver: spec.text('driver'),
    snapshot: snapshot.has('name')
      ? {
          namespace: snapshot.sharedText('namespace') ?? '',
          name: snapshot.text('name'),
        }
      : undefined,
    sourceVolumeHandle: source.optionalText('volumeHandle'),
    // The driver tells it; one that was made beforehand begins with it.
    snapshotHandle:
      object.child('status').optionalText('snapshotHandle') ??
      source.optionalText('snapshotHandle'),
  };
}
