import { customerKey, providerFloor, UNTOLD_IN_FLIGHT } from './answers';
import type { DriverProfile } from './driverProfile';
import { named } from './named';
import { textOf } from './parameters';
import type { ClassAsk, VolumeAnswer } from './volumeAnswer';
import type { VolumeObjects } from './volumeObjects';

/**
 * Azure Disk (azuredisk-csi-driver `pkg/azureutils/azure_disk_utils.go`
 * ParseDiskParameters, `docs/driver-parameters.md`). All parameters are echoed as
 * attributes, in the case they were written in; keys are compared without regard
 * to it. Azure encrypts every managed disk with a key of the platform; a disk
 * encryption set brings a key of the customer.
 */
export const azureDisk: DriverProfile = {
  id: 'azure-disk',
  title: 'Azure Disk',
  matches: named(
    'disk.csi.azure.com',
    'kubernetes.io/azure-disk',
    'spec.azureDisk',
  ),
  readClass,
  readVolume,
  readInFlight: () => UNTOLD_IN_FLIGHT,
  mountProvesEncryption: false,
  encrypts: 'below',
  copies: 'A copy gets the disk encryption set that its own class names.',
  copyRecord: 'holds',
  knowledge: {
    read: 'Attributes diskEncryptionSetID and diskEncryptionType.',
    highestGrade: 'E2',
    holder:
      'Azure Key Vault through the disk encryption set; without one, Azure.',
    never:
      'What key the disk encryption set uses, and whether the host encrypts its caches.',
    settledBy: 'Microsoft.Compute/disks/read says encryption.type and its set.',
  },
};

const SET = 'diskEncryptionSetID';

/** What the driver takes for an id; with anything else it makes no disk. */
const ID_OF_SET =
  /\/subscriptions\/.+\/resourceGroups\/.+\/providers\/Microsoft\.Compute\/diskEncryptionSets\/.+/i;

function readClass(parameters: Record<string, string>): ClassAsk {
  return textOf(parameters, SET)
    ? {
        asks: 'volume/customer-key',
        why: 'The class names a disk encryption set.',
      }
    : {
        asks: 'volume/provider-key',
        why: 'Azure encrypts every managed disk.',
      };
}

function readVolume({ attributes }: VolumeObjects): VolumeAnswer {
  if (ID_OF_SET.test(textOf(attributes, SET) ?? '')) {
    return customerKey({
      holder: 'kms',
      evidence:
        'The driver recorded the disk encryption set that it made the disk with (diskEncryptionSetID).',
    });
  }
  return providerFloor(
    'Azure encrypts every managed disk at rest with a key of the platform, and no disk encryption set is recorded.',
  );
}
