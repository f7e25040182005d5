import { valueOf } from '../observation/observed';
import { adviceOf } from './adviceOf';
import { ok, unread, warning, type Check } from './Check';

/**
 * Does the class's driver run anywhere? That it has not registered is a warning:
 * a CSIDriver object is not required, and nodes may yet come.
 */
export const driverCheck: Check = ({
  storageClass,
  driverInstalled: installed,
  driverNodes: nodes,
}) => {
  const about = 'driver';
  const name = valueOf(storageClass)?.provisioner;
  if (name === undefined) return [];
  const driver = `The driver "${name}"`;
  if (nodes.status === 'unknown') {
    return [unread(about, `Whether the driver "${name}" runs`, nodes)];
  }
  if (nodes.value > 0) {
    const where = nodes.value === 1 ? '1 node' : `${nodes.value} nodes`;
    return [ok(about, `${driver} has registered on ${where}.`)];
  }
  if (valueOf(installed) === false) {
    return [
      warning(
        about,
        `${driver} is not installed in the cluster, by all that it shows: there is no CSIDriver of that name, and no node has it.`,
        adviceOf('provisioner-silent'),
      ),
    ];
  }
  return [
    warning(
      about,
      `${driver} has registered on no node, so no pod could mount the volume.`,
      adviceOf('driver-not-on-node'),
    ),
  ];
};
