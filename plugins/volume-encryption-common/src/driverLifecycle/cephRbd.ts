import { keyOf, notPossible, possible, whereEncrypted } from './actAnswers';
import { copiedKey, removalWarning, removedKey } from './cephKeys';
import type {
  ActAnswer,
  DriverLifecycle,
  LifecycleVolume,
} from './driverLifecycle';

const NO_KEY_BEFORE_MOUNT =
  'A file-encrypted volume that was never mounted has no key yet: a copy of it fails.';

/**
 * Ceph RBD. A mapped LUKS device is grown without its passphrase, for it is opened
 * with `--disable-keyring` (ceph-csi `internal/util/cryptsetup` LuksOpen and
 * LuksResize, `internal/rbd/nodeserver.go` resizeEncryptedDevice). A copy must be
 * as encrypted as its source, by any KMS (`internal/rbd/rbd_util.go`
 * isCompatibleEncryption; ceph/ceph-csi#2109, #2110). A file-encrypted volume has
 * no passphrase before its first mount, and a copy asks for it (`encryption.go`
 * copyEncryptionConfig; inferred, not run). Keys of snapshots are their own.
 */
export const cephRbd: DriverLifecycle = {
  drivers: ['ceph-rbd'],
  sources:
    'ceph-csi internal/rbd/encryption.go, rbd_util.go, nodeserver.go, internal/util/cryptsetup; ceph/ceph-csi#2109, #2110',
  expand: volume =>
    possible(
      'The image grows at once. Its file system grows on the node that has it mounted, or at the next mount.',
      keyOf(
        volume,
        'same',
        'The key stays as it is, and is not asked for while the volume is mounted.',
      ),
    ),
  snapshot: volume =>
    possible(
      'The snapshot is an image of its own, encrypted if the volume is, and outlives the volume.',
      copiedKey(volume, 'snapshot'),
      volume.encryption === 'file' ? NO_KEY_BEFORE_MOUNT : undefined,
    ),
  restore: volume => copy(volume, 'snapshot'),
  clone: volume => copy(volume, 'volume'),
  delete: volume =>
    possible(
      'Ceph CSI deletes the image. Snapshots and clones of it stay, with keys of their own.',
      removedKey(volume),
      removalWarning(volume),
    ),
};

function copy(volume: LifecycleVolume, source: string): ActAnswer {
  const { encryption, classAsks } = volume;
  const made = possible(
    `A new volume with the data of the ${source}. Its class must be as encrypted as the ${source}; it may name another KMS.`,
    copiedKey(volume, 'new volume'),
    whereEncrypted(volume, warningOf(volume, source)),
  );
  if (encryption === 'unknown' || classAsks === 'unknown') {
    return { ...made, answer: 'unknown', reason: whyUnsettled(encryption) };
  }
  if ((encryption === 'none') === (classAsks === 'none')) return made;
  return notPossible(
    encryption === 'none'
      ? `Ceph CSI refuses an encrypted copy of an unencrypted ${source}, and the class asks for encryption today. Name an unencrypted class in the new claim.`
      : `Ceph CSI refuses an unencrypted copy of an encrypted ${source}, and the class asks for no encryption today. Name an encrypted class in the new claim.`,
  );
}

function whyUnsettled(encryption: LifecycleVolume['encryption']): string {
  return encryption === 'unknown'
    ? 'Ceph CSI refuses a copy that is not as encrypted as its source, and whether this volume is encrypted is not known.'
    : 'Ceph CSI refuses a copy that is not as encrypted as its source, and what the class asks for today is not known. Name an encrypted class for an encrypted volume.';
}

/** A clone is always in its source's namespace. */
function warningOf(
  { encryption, byTenant }: LifecycleVolume,
  source: string,
): string {
  if (encryption === 'file') return NO_KEY_BEFORE_MOUNT;
  return byTenant && source === 'snapshot'
    ? "In another namespace the credentials of both tenants are needed, or the copy fails. Whoever holds the source's key can open the copy."
    : "Whoever holds the source's key can open the copy.";
}
