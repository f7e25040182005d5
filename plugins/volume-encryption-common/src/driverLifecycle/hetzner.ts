import { DATA_IS_LOST, notPossible, possible } from './actAnswers';
import type { DriverLifecycle } from './driverLifecycle';
import { keyStays, keyWhenGrown } from './heldKeys';

const NO_COPIES = notPossible(
  'The driver of Hetzner Cloud makes neither snapshots nor clones. Copy the data with a Job of your own.',
);

/**
 * Hetzner Cloud (hetznercloud/csi-driver `internal/driver/controller.go`: of
 * copies and snapshots no capability is told; `internal/volumes/resize.go`: an open
 * LUKS mapping is grown without its passphrase).
 */
export const hetzner: DriverLifecycle = {
  drivers: ['hetzner'],
  sources:
    'hetznercloud/csi-driver internal/driver/controller.go, internal/volumes/resize.go',
  expand: volume =>
    possible(
      'The volume grows at once; LUKS and file system on the node that has it mounted.',
      keyWhenGrown(volume, false),
    ),
  snapshot: () => NO_COPIES,
  restore: () => NO_COPIES,
  clone: () => NO_COPIES,
  delete: volume =>
    possible('The driver deletes the volume.', keyStays(volume), DATA_IS_LOST),
};
