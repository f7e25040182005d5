import { notKnown, notPossible } from './actAnswers';
import type { DriverLifecycle } from './driverLifecycle';

const NO_DRIVER = notPossible(
  'Nothing makes such volumes that could do it: it is a folder or disk of a node. Copy the data with a Job of your own.',
);

/**
 * `hostPath`, `local` and OpenEBS hostpath: no CSI driver stands behind them. They are
 * not among the kinds that Kubernetes grows, and snapshots and clones are for CSI
 * drivers only (kubernetes/website `concepts/storage/persistent-volumes.md`,
 * `volume-pvc-datasource.md`; openebs/dynamic-localpv-provisioner `README.md`). What
 * deletion does depends on who made them.
 */
export const nodeFolder: DriverLifecycle = {
  drivers: ['host-path', 'local', 'openebs-hostpath'],
  sources:
    'kubernetes/website concepts/storage/persistent-volumes.md, volume-pvc-datasource.md; openebs/dynamic-localpv-provisioner README.md',
  expand: () => NO_DRIVER,
  snapshot: () => NO_DRIVER,
  restore: () => NO_DRIVER,
  clone: () => NO_DRIVER,
  delete: () =>
    notKnown(
      'What becomes of a folder or disk of a node depends on who made the volume. Ask the platform team.',
    ),
};
