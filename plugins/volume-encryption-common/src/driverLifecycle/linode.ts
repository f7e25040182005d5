import { DATA_IS_LOST, notKnown, possible } from './actAnswers';
import type { DriverLifecycle } from './driverLifecycle';
import {
  keyOfSource,
  keyStays,
  keyWhenGrown,
  otherPassphraseWarning,
} from './heldKeys';

const NOT_READ = notKnown(
  "Nothing that we read says that the driver takes snapshots. The driver's documentation settles it.",
);

/**
 * Linode (linode/linode-blockstorage-csi-driver `docs/encrypted-drives.md`): growing
 * LUKS and changing its key are left to the administrator, by `cryptsetup resize`
 * on the node. A clone holds the bytes of its source.
 */
export const linode: DriverLifecycle = {
  drivers: ['linode'],
  sources: 'linode/linode-blockstorage-csi-driver docs/encrypted-drives.md',
  expand: volume =>
    possible(
      'The volume grows at the service.',
      keyWhenGrown(volume, false),
      volume.encryption === 'other' && volume.keptIn === 'secret'
        ? 'The driver does not grow LUKS: the new space is not seen until an administrator runs cryptsetup resize and grows the file system on the node.'
        : undefined,
    ),
  snapshot: () => NOT_READ,
  restore: () => NOT_READ,
  clone: volume =>
    possible(
      'A new volume with the bytes of its source; the node opens it as LUKS if its class asks for that.',
      keyOfSource(volume),
      otherPassphraseWarning(volume),
    ),
  delete: volume =>
    possible('The driver deletes the volume.', keyStays(volume), DATA_IS_LOST),
};
