import { DATA_IS_LOST, notKnown, possible, whereEncrypted } from './actAnswers';
import type { DriverLifecycle } from './driverLifecycle';
import {
  keyOfSource,
  keyStays,
  keyWhenGrown,
  otherPassphraseWarning,
} from './heldKeys';

/**
 * Scaleway (scaleway/scaleway-csi `pkg/driver/node.go` NodeExpandVolume: "device …
 * is LUKS encrypted, but no passphrase was provided"; that it takes snapshots and
 * grows, kubernetes-csi/docs `book/src/drivers.md`, which says nothing of clones).
 */
export const scaleway: DriverLifecycle = {
  drivers: ['scaleway'],
  sources:
    'scaleway/scaleway-csi pkg/driver/node.go; kubernetes-csi/docs book/src/drivers.md',
  expand: volume =>
    possible(
      'The volume grows at once; LUKS and file system on the node that has it mounted.',
      keyWhenGrown(volume, true),
      whereEncrypted(
        volume,
        'Growing LUKS fails unless the class names the Secret as node-expand-secret.',
      ),
    ),
  snapshot: volume =>
    possible(
      'The snapshot holds the blocks as they are, ciphertext if the volume is encrypted.',
      keyOfSource(volume),
    ),
  restore: volume =>
    possible(
      'A new volume with the blocks of the snapshot. Its class must ask for encryption if the snapshot is encrypted, and for none if it is not.',
      keyOfSource(volume),
      otherPassphraseWarning(volume),
    ),
  clone: () =>
    notKnown(
      "Nothing that we read says that the driver makes clones. The driver's documentation settles it; a snapshot and its restore do the same.",
    ),
  delete: volume =>
    possible('The driver deletes the volume.', keyStays(volume), DATA_IS_LOST),
};
