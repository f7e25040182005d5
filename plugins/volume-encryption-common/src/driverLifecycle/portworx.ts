import { DATA_IS_LOST, possible, UNKNOWN_KEY, keyOf } from './actAnswers';
import type {
  ActAnswer,
  DriverLifecycle,
  LifecycleVolume,
} from './driverLifecycle';
import { keyStays, keyWhenGrown } from './heldKeys';

/**
 * Portworx (libopenstorage/openstorage `csi/controller.go`; docs.portworx.com,
 * CSI data protection and encrypted volumes): it takes snapshots, clones and grows,
 * and a clone is as secure as its source. Which secret opens a volume, the cluster's
 * or its own, is in its store of secrets, and what becomes of it there is not told.
 */
export const portworx: DriverLifecycle = {
  drivers: ['portworx'],
  sources:
    'libopenstorage/openstorage csi/controller.go; docs.portworx.com, CSI data protection and encrypted volumes',
  expand: volume =>
    possible('The volume grows at once.', keyWhenGrown(volume, false)),
  snapshot: volume =>
    possible(
      'The snapshot is as encrypted as the volume.',
      secretOfSource(volume),
    ),
  restore: copy,
  clone: copy,
  delete: volume =>
    possible('Portworx deletes the volume.', keyStays(volume), DATA_IS_LOST),
};

function copy(volume: LifecycleVolume): ActAnswer {
  return possible(
    'A new volume that is as encrypted as its source, whatever its class asks for.',
    secretOfSource(volume),
  );
}

function secretOfSource(volume: LifecycleVolume) {
  return volume.keptIn === 'secret'
    ? keyOf(volume, 'same', 'The copy opens with the secret of its source.')
    : keyOf(volume, 'unknown', UNKNOWN_KEY.message);
}
