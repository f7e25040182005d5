import { keyOf, possible } from './actAnswers';
import { copiedKey, removalWarning, removedKey } from './cephKeys';
import type {
  ActAnswer,
  DriverLifecycle,
  LifecycleVolume,
} from './driverLifecycle';

const NOT_REFUSED =
  'With a class of the other kind a pod finds ciphertext, or an empty folder beside data in clear.';

/**
 * CephFS (ceph-csi `internal/cephfs/controllerserver.go`). It grows by its quota,
 * without the node. Unlike RBD it refuses no copy of the other kind: the key of an
 * encrypted source is copied whatever the class asks for
 * (`store/volumeoptions.go` CopyEncryptionConfig), and the node then goes by the
 * class (`internal/util/fscrypt/fscrypt.go` Unlock makes a new, empty encrypted
 * folder where there is none). What a pod then finds is inferred from that code,
 * not run. A subvolume with snapshots is not deleted (ErrVolumeHasSnapshots).
 */
export const cephFs: DriverLifecycle = {
  drivers: ['cephfs'],
  sources:
    'ceph-csi internal/cephfs/controllerserver.go, store/volumeoptions.go, internal/util/fscrypt/fscrypt.go',
  expand: volume =>
    possible(
      'The quota of the subvolume grows at once, mounted or not.',
      keyOf(volume, 'same', 'The key stays as it is, and is not asked for.'),
    ),
  snapshot: volume =>
    possible(
      'The snapshot is kept in the subvolume, encrypted if that is.',
      copiedKey(volume, 'snapshot'),
      volume.encryption === 'file'
        ? 'A volume that was never mounted has no key yet: a copy of it fails.'
        : undefined,
    ),
  restore: volume => copy(volume, 'snapshot'),
  clone: volume => copy(volume, 'volume'),
  delete: volume =>
    possible(
      'Ceph CSI deletes the subvolume, unless it has snapshots that Ceph cannot keep without it: then the volume stays until they are gone.',
      removedKey(volume),
      removalWarning(volume),
    ),
};

function copy(volume: LifecycleVolume, source: string): ActAnswer {
  const { encryption, classAsks } = volume;
  const made = possible(
    `A new volume with the data of the ${source}, if its class is as encrypted as the ${source}.`,
    copiedKey(volume, 'new volume'),
  );
  if (encryption === 'unknown' || classAsks === 'unknown') {
    return {
      ...made,
      answer: 'unknown',
      reason:
        'Whether source and class are both encrypted, or both not, is not known, and Ceph CSI does not refuse it where they differ.',
      warning: NOT_REFUSED,
    };
  }
  if ((encryption === 'none') === (classAsks === 'none')) return made;
  return {
    ...made,
    volume: 'A new volume that its pods cannot use as they expect.',
    warning:
      encryption === 'none'
        ? `The class asks for encryption today, and Ceph CSI does not refuse it: the copied data stays in clear, and a pod finds an empty encrypted folder. Name an unencrypted class.`
        : `The class asks for no encryption today, and Ceph CSI does not refuse it: nothing unlocks the copy, and a pod finds only ciphertext. Name an encrypted class.`,
  };
}
