import type { Reason } from '../contract/api';
import { VolumeEncryptionError } from '../contract/errors';
import { cephDriverOf } from '../driver/driverProfiles';
import { namedKmsId } from '../driver/encryptionAsked';
import type { StorageClass } from '../kubernetes/objects';
import { readClassParameters } from '../storageClass/readEncryptionParameters';
import type { ClaimManifest } from './claimManifest';

/**
 * The class, if its volumes are encrypted; a class that does not ask for it, or
 * of which we cannot tell, is refused. Throws `unknown-storage-class` and
 * `invalid-input`.
 */
export function requireEncryptedClass(
  storageClass: StorageClass | undefined,
  name: string,
): StorageClass {
  if (!storageClass) {
    throw new VolumeEncryptionError(
      'unknown-storage-class',
      `This cluster has no StorageClass "${name}". Choose one that exists, or ask the platform team to publish it.`,
      { field: 'storageClass' },
    );
  }
  const { provisioner, parameters } = storageClass;
  const asked = readClassParameters(provisioner, parameters);
  if (asked.encryption === 'none') {
    throw notEncrypted(name, 'does not encrypt its volumes');
  }
  if (asked.encryption === 'invalid' || asked.encryption === 'unknown') {
    throw notEncrypted(name, `is not sure to encrypt: ${asked.why}`);
  }
  return storageClass;
}

/**
 * Throws `invalid-input` for an access or volume mode that the class's driver
 * refuses (ceph-csi `internal/rbd/rbd_util.go`, `internal/cephfs/util.go`).
 */
export function requireModesOfDriver(
  { provisioner }: StorageClass,
  { spec }: ClaimManifest,
): void {
  const driver = cephDriverOf(provisioner)?.id;
  const isShared = spec.accessModes.includes('ReadWriteMany');
  if (driver === 'ceph-rbd' && isShared && spec.volumeMode !== 'Block') {
    throw new VolumeEncryptionError(
      'invalid-input',
      'accessMode ReadWriteMany works on Ceph RBD only with volumeMode Block. Use ReadWriteOnce, Block, or a CephFS class.',
      { field: 'accessMode' },
    );
  }
  if (driver === 'cephfs' && spec.volumeMode === 'Block') {
    throw new VolumeEncryptionError(
      'invalid-input',
      'volumeMode Block does not work on CephFS. Use Filesystem, or a Ceph RBD class.',
      { field: 'volumeMode' },
    );
  }
}

/** What to know of a class before a claim of it is made. */
export function classNotes(storageClass: StorageClass): Reason[] {
  const notes: Reason[] = [];
  const { provisioner, parameters, bindingMode, meta } = storageClass;
  const asked = readClassParameters(provisioner, parameters);
  if (!namedKmsId(asked)) {
    notes.push({
      code: 'passphrase-shared',
      severity: 'warning',
      message: `All volumes of class "${meta.name}" share one passphrase: the volume gets no key of its own.`,
    });
  }
  if (bindingMode === 'WaitForFirstConsumer') {
    notes.push({
      code: 'waits-for-first-consumer',
      severity: 'info',
      message:
        'The volume is made when the first pod uses the claim; until then it is Pending, which is no failure.',
    });
  }
  return notes;
}

function notEncrypted(name: string, why: string): VolumeEncryptionError {
  return new VolumeEncryptionError(
    'invalid-input',
    `storageClass "${name}" ${why}. Choose an encrypted class.`,
    { field: 'storageClass' },
  );
}
