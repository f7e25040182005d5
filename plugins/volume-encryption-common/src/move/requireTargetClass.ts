import { VolumeEncryptionError } from '../contract/errors';
import { cephDriverOf, driverProfileOf } from '../driver/driverProfiles';
import type { StorageClass } from '../kubernetes/objects';
import { requireEncryptedClass } from '../plan/requireEncryptedClass';

/**
 * The class, if each of its volumes is to be encrypted, of whichever driver that
 * is known here. Throws `unknown-storage-class`, and `invalid-input` for a class
 * in clear, one that encrypts below the volume only, and one that does not tell.
 */
export function requireTargetClass(
  storageClass: StorageClass | undefined,
  name: string,
): StorageClass {
  if (!storageClass || cephDriverOf(storageClass.provisioner)) {
    return requireEncryptedClass(storageClass, name);
  }
  const { provisioner, parameters } = storageClass;
  const asked = driverProfileOf(provisioner)?.readClass(parameters);
  if (asked?.asks.startsWith('volume/') && !asked.isVague) return storageClass;
  const why =
    asked?.why ?? `its driver "${provisioner}" is not one that is known here.`;
  throw new VolumeEncryptionError(
    'invalid-input',
    `storageClass "${name}" is not sure to encrypt each of its volumes: ${why} Choose a class that is.`,
    { field: 'storageClass' },
  );
}
