import { DATA_IS_LOST, possible, whereEncrypted } from './actAnswers';
import type {
  ActAnswer,
  DriverLifecycle,
  LifecycleVolume,
} from './driverLifecycle';
import {
  keyOfSource,
  keyStays,
  keyWhenGrown,
  otherPassphraseWarning,
} from './heldKeys';

/**
 * Longhorn (longhorn/website 1.13.0 `volume-encryption.md`): the kubelet gives the
 * passphrase to the node when a volume is staged, published and expanded, and
 * growing while mounted needs `node-expand-secret-*` in the class; backups of
 * encrypted volumes are encrypted. `spec.encrypted` of a volume never changes
 * (longhorn-manager `k8s/pkg/apis/longhorn/v1beta2/volume.go`), and a copy holds
 * the blocks of its source, LUKS header and all.
 */
export const longhorn: DriverLifecycle = {
  drivers: ['longhorn'],
  sources:
    'longhorn/website content/docs/1.13.0 volume-encryption.md; longhorn-manager k8s/pkg/apis/longhorn/v1beta2/volume.go',
  expand: volume =>
    possible(
      'The volume grows at once, its file system on the node that has it mounted.',
      keyWhenGrown(volume, true),
      whereEncrypted(
        volume,
        'Growing while mounted fails unless the class names the Secret as node-expand-secret.',
      ),
    ),
  snapshot: volume =>
    possible(
      'The snapshot or backup holds the blocks as they are, ciphertext if the volume is encrypted.',
      keyOfSource(volume),
      whereEncrypted(
        volume,
        'A backup cannot be opened once the Secret is gone: keep the passphrase as long as the backup.',
      ),
    ),
  restore: copy,
  clone: copy,
  delete: volume =>
    possible(
      'Longhorn deletes the volume and its snapshots; backups stay.',
      keyStays(volume),
      DATA_IS_LOST,
    ),
};

function copy(volume: LifecycleVolume): ActAnswer {
  return possible(
    'A new volume with the blocks of its source. Its class must ask for encryption if the source is encrypted, and for none if it is not.',
    keyOfSource(volume),
    otherPassphraseWarning(volume),
  );
}
