import { providerFloor, UNTOLD_IN_FLIGHT } from './answers';
import type { DriverProfile } from './driverProfile';
import { named } from './named';

/**
 * OCI File Storage with Lustre (oracle/oci-cloud-controller-manager). All file
 * systems are encrypted at rest, by default with keys of Oracle; `kmsKeyId` is in
 * the class only.
 */
export const ociLustre: DriverProfile = {
  id: 'oci-lustre',
  title: 'OCI File Storage with Lustre',
  matches: named('lustre.csi.oraclecloud.com'),
  readClass: ({ kmsKeyId }) =>
    kmsKeyId
      ? {
          asks: 'volume/customer-key',
          why: 'The class names a key of the customer (kmsKeyId).',
        }
      : { asks: 'volume/provider-key', why: 'OCI encrypts every file system.' },
  readVolume: () =>
    providerFloor(
      'OCI encrypts every Lustre file system at rest. Whether with a key of the customer is not recorded on the volume; the file system says it (GetLustreFileSystem, kmsKeyId).',
    ),
  readInFlight: () => UNTOLD_IN_FLIGHT,
  mountProvesEncryption: false,
  encrypts: 'below',
  copies: 'The driver makes no copies.',
  copyRecord: 'holds',
  knowledge: {
    read: 'That the driver made the volume; the class (kmsKeyId).',
    highestGrade: 'E2',
    holder:
      'Oracle; or OCI Vault with a key of the customer, which is not read.',
    never: 'The key of the file system.',
    settledBy: 'GetLustreFileSystem says kmsKeyId.',
  },
};
