import { notKnown, notPossible } from './actAnswers';
import type { DriverLifecycle } from './driverLifecycle';

const NO_DRIVER = notPossible(
  'Nothing makes such volumes that could do it: it is a folder or disk of a node. Copy the data with a Job of your own.',
);

/**
 * `hostPath`, `local` and OpenEBS hostpath: no CSI driver stands behind them, so there
 * is nobody to ask for growth or copies (Kubernetes `volume/hostpath`,
 * `storage/volumes` "local"). What deletion does depends on who made them.
 */
export const nodeFolder: DriverLifecycle = {
  drivers: ['host-path', 'local', 'openebs-hostpath'],
  sources:
    'kubernetes/website docs/concepts/storage/volumes, hostPath and local',
  expand: () => NO_DRIVER,
  snapshot: () => NO_DRIVER,
  restore: () => NO_DRIVER,
  clone: () => NO_DRIVER,
  delete: () =>
    notKnown(
      'What becomes of a folder or disk of a node depends on who made the volume. Ask the platform team.',
    ),
};
