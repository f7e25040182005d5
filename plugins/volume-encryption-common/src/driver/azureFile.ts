import { notKnownInFlight, providerFloor } from './answers';
import type { DriverProfile } from './driverProfile';
import { named } from './named';
import { textOf } from './parameters';
import type { InFlightAnswer } from './volumeAnswer';
import type { VolumeObjects } from './volumeObjects';

/**
 * Azure File (azurefile-csi-driver `pkg/azurefile/controllerserver.go`,
 * `nodeserver.go`). Azure Storage encrypts every account; a key of the customer
 * is a setting of the account, which is not on the volume. NFS shares travel in
 * clear text unless `encryptInTransit` is set, as attribute or mount option.
 */
export const azureFile: DriverProfile = {
  id: 'azure-file',
  title: 'Azure File',
  matches: named(
    'file.csi.azure.com',
    'kubernetes.io/azure-file',
    'spec.azureFile',
  ),
  readClass: () => ({
    asks: 'volume/provider-key',
    why: 'Azure Storage encrypts every account; requireInfraEncryption adds a second key of the platform.',
  }),
  readVolume: () =>
    providerFloor(
      'Azure Storage encrypts every share at rest. Whether with a key of the customer is a setting of the storage account and not on the volume.',
    ),
  readInFlight,
  mountProvesEncryption: false,
  encrypts: 'below',
  copies: 'A copy is encrypted as its storage account is.',
  copyRecord: 'holds',
  knowledge: {
    read: 'That the driver made the volume; attributes protocol and encryptInTransit, mount options.',
    highestGrade: 'E2',
    holder: 'Azure; or a Key Vault by the storage account, which is not read.',
    never:
      'The key of the storage account, and whether it demands encrypted SMB.',
    settledBy:
      'Microsoft.Storage/storageAccounts/read says encryption.keySource.',
  },
};

function readInFlight({
  attributes,
  mountOptions,
}: VolumeObjects): InFlightAnswer {
  const isNfs = textOf(attributes, 'protocol')?.toLowerCase() === 'nfs';
  if (!isNfs) {
    return notKnownInFlight(
      'Whether SMB encrypts is a setting of the storage account, which is not read here.',
    );
  }
  const isAsked =
    textOf(attributes, 'encryptInTransit')?.toLowerCase() === 'true' ||
    mountOptions.some(it => /^encryptInTransit(=true)?$/i.test(it));
  return isAsked
    ? { answer: 'encrypted', why: 'NFS over TLS (encryptInTransit).' }
    : {
        answer: 'clear',
        why: 'NFS without encryptInTransit travels in clear text.',
      };
}
