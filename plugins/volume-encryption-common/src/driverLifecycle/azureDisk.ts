import { DATA_IS_LOST, keyOf, possible } from './actAnswers';
import type {
  ActAnswer,
  DriverLifecycle,
  LifecycleVolume,
} from './driverLifecycle';
import { keyStays, keyWhenGrown } from './heldKeys';

/**
 * Azure Disk (azuredisk-csi-driver `docs/driver-parameters.md`,
 * `pkg/azureutils/azure_disk_utils.go`): all disks are encrypted by the service, with
 * the disk encryption set that the class names or with a key of the platform; the
 * driver makes and deletes no keys. A copy goes by the set of its own class.
 */
export const azureDisk: DriverLifecycle = {
  drivers: ['azure-disk'],
  sources:
    'azuredisk-csi-driver docs/driver-parameters.md, pkg/azureutils/azure_disk_utils.go',
  expand: volume =>
    possible(
      'The disk grows, its file system on the node that has it mounted; some kinds of disk must be detached first.',
      keyWhenGrown(volume, false),
    ),
  snapshot: volume =>
    possible(
      'The snapshot is encrypted by the service, in the resource group of its class.',
      keyOf(volume, 'shared', 'The key is held where that of the disk is.'),
      volume.keptIn === 'kms'
        ? 'Without the key of the disk encryption set the snapshot cannot be restored.'
        : undefined,
    ),
  restore: copy,
  clone: copy,
  delete: volume =>
    possible(
      'The driver deletes the disk; its snapshots stay.',
      keyStays(volume),
      DATA_IS_LOST,
    ),
};

function copy(volume: LifecycleVolume): ActAnswer {
  return possible(
    'A new disk, encrypted by the service as all of them are.',
    keyOf(
      volume,
      'new',
      'By the disk encryption set that its own class names, else by a key of the platform.',
    ),
    volume.keptIn === 'kms' && volume.classAsks !== 'encrypted'
      ? 'A class that names no disk encryption set gives the copy a key of the platform instead of yours.'
      : undefined,
  );
}
