import { DATA_IS_LOST, notKnown, possible } from './actAnswers';
import type { DriverLifecycle } from './driverLifecycle';
import { keyWhenGrown } from './heldKeys';

const NOT_READ = notKnown(
  "Whether the driver can do this depends on its kind of volume (thin or thick). The driver's documentation settles it.",
);

/**
 * TopoLVM: logical volumes without encryption of their own, so that no act touches a
 * key (kubernetes-csi/docs `book/src/drivers.md` for growth; copies take thin pools,
 * topolvm/topolvm `docs/snapshot-and-restore.md`).
 */
export const topolvm: DriverLifecycle = {
  drivers: ['topolvm'],
  sources:
    'kubernetes-csi/docs book/src/drivers.md; topolvm/topolvm docs/snapshot-and-restore.md',
  expand: volume =>
    possible(
      'The logical volume grows on its node, with its file system.',
      keyWhenGrown(volume, false),
    ),
  snapshot: () => NOT_READ,
  restore: () => NOT_READ,
  clone: () => NOT_READ,
  delete: volume =>
    possible(
      'The driver removes the logical volume on its node.',
      keyWhenGrown(volume, false),
      DATA_IS_LOST,
    ),
};
