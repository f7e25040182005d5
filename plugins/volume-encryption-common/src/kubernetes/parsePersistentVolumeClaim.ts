import type { Fields } from './fields';
import type { PersistentVolumeClaim } from './objects';
import { parseMeta } from './parseMeta';
import { sharedText } from './sharing';

/** A claim; one without a phase has not been looked at yet, so is Pending. */
export function parsePersistentVolumeClaim(
  object: Fields,
): PersistentVolumeClaim {
  const spec = object.child('spec');
  const status = object.child('status');
  return {
    kind: 'PersistentVolumeClaim',
    meta: parseMeta(object),
    storageClassName: spec.sharedText('storageClassName'),
    volumeName: spec.optionalText('volumeName'),
    accessModes: spec.texts('accessModes'),
    volumeMode:
      spec.optionalText('volumeMode') === 'Block' ? 'Block' : 'Filesystem',
    requested: sharedText(
      spec.child('resources').child('requests').text('storage'),
    ),
    capacity: status.child('capacity').sharedText('storage'),
    phase: phaseOf(status),
    dataSource: dataSourceOf(spec),
  };
}

function phaseOf(status: Fields): PersistentVolumeClaim['phase'] {
  const phase = status.optionalText('phase') ?? 'Pending';
  if (phase === 'Pending' || phase === 'Bound' || phase === 'Lost') {
    return phase;
  }
  throw status.wrong('phase', 'must be Pending, Bound or Lost');
}

/** `dataSourceRef` says at least what the older `dataSource` says. */
function dataSourceOf(spec: Fields): PersistentVolumeClaim['dataSource'] {
  const name = ['dataSourceRef', 'dataSource'].find(it => spec.has(it));
  if (!name) return undefined;
  const source = spec.child(name);
  return {
    kind: source.text('kind'),
    name: source.text('name'),
    namespace: source.optionalText('namespace'),
  };
}
