import { DATA_IS_LOST, keyOf, possible } from './actAnswers';
import type {
  ActAnswer,
  DriverLifecycle,
  LifecycleVolume,
} from './driverLifecycle';
import { keyStays, keyWhenGrown } from './heldKeys';

/**
 * ZFS-LocalPV (openebs/zfs-localpv `docs/storageclasses.md`, encryption): the key is
 * a file on the node, which the administrator puts there. A ZFS clone and a snapshot
 * share the key of their origin (OpenZFS `zfs-load-key`).
 */
export const openebsZfs: DriverLifecycle = {
  drivers: ['openebs-zfs'],
  sources: 'openebs/zfs-localpv; OpenZFS zfs-load-key(8)',
  expand: volume =>
    possible(
      'The data set grows at once on its node.',
      keyWhenGrown(volume, false),
    ),
  snapshot: volume =>
    possible('The snapshot stays in the pool of its node.', shared(volume)),
  restore: copy,
  clone: copy,
  delete: volume =>
    possible(
      'The driver destroys the data set on its node.',
      keyStays(volume),
      DATA_IS_LOST,
    ),
};

function copy(volume: LifecycleVolume): ActAnswer {
  return possible(
    'A ZFS clone on the same node, as encrypted as its source.',
    shared(volume),
    volume.keptIn === 'node'
      ? 'Without the key file on the node neither the volume nor its copies open.'
      : undefined,
  );
}

function shared(volume: LifecycleVolume) {
  return keyOf(volume, 'shared', 'It shares the key of its source.');
}
