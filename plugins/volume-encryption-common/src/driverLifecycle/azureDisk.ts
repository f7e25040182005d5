import type { LifecycleKey } from '../contract/api';
import { DATA_IS_LOST, keyOf, possible } from './actAnswers';
import type {
  ActAnswer,
  DriverLifecycle,
  LifecycleVolume,
} from './driverLifecycle';
import { keyStays, keyWhenGrown } from './heldKeys';

/**
 * Azure Disk. All disks and snapshots are encrypted by the service, by default with a
 * key of the platform (learn.microsoft.com, "Server-side encryption of Azure Disk
 * Storage"). A copy goes by the disk encryption set of its own class only, and deletion
 * touches the disk only (azuredisk-csi-driver `pkg/azuredisk/controllerserver.go`
 * CreateVolume, DeleteVolume); snapshots are independent of it (learn.microsoft.com,
 * managed disk snapshots). Growth while attached: `docs/known-issues/sizegrow.md`.
 * That a snapshot keeps the disk's own key is told of Ultra Disk and Premium SSD v2
 * only (MicrosoftDocs/azure-docs, restrictions of customer-managed keys).
 */
export const azureDisk: DriverLifecycle = {
  drivers: ['azure-disk'],
  sources:
    'azuredisk-csi-driver docs/driver-parameters.md, docs/known-issues/sizegrow.md, pkg/azuredisk/controllerserver.go; learn.microsoft.com Azure Disk Storage, server-side encryption and customer-managed keys',
  expand: volume =>
    possible(
      'The disk grows, its file system on the node that has it mounted. Before version 1.11 of the driver, or without LiveResize in Azure, it must be detached first.',
      keyWhenGrown(volume, false),
    ),
  snapshot: volume =>
    possible(
      'The snapshot is encrypted by the service, in the resource group that its snapshot class names or in that of the disk.',
      snapshotKey(volume),
      volume.keptIn === 'kms'
        ? 'Without the key of the disk encryption set the snapshot may not be restored.'
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

function snapshotKey(volume: LifecycleVolume): LifecycleKey {
  return volume.keptIn === 'provider'
    ? keyOf(volume, 'shared', 'By a key of the platform, as the disk is.')
    : keyOf(
        volume,
        'unknown',
        'Of Ultra Disk and Premium SSD v2 it is the key of the disk; of other kinds it is not known. The encryption of the snapshot in Azure tells it.',
      );
}

function copy(volume: LifecycleVolume): ActAnswer {
  return possible(
    'A new disk, encrypted by the service as all of them are.',
    keyOf(
      volume,
      'new',
      'By the disk encryption set that its own class names; without one the default of Azure is a key of the platform.',
    ),
    volume.keptIn === 'kms' && volume.classAsks !== 'encrypted'
      ? 'A class that names no disk encryption set may give the copy a key of the platform instead of yours.'
      : undefined,
  );
}
