import { providerFloor, UNTOLD_IN_FLIGHT } from './answers';
import type { DriverProfile } from './driverProfile';
import { named } from './named';

/**
 * IBM Cloud VPC block storage (ibm-vpc-block-csi-driver). All volumes are
 * encrypted with keys of IBM at least; the class parameter `encrypted: "false"`
 * means just that. A key of the customer (`encryptionKey`) is in the class only.
 */
export const ibmVpcBlock: DriverProfile = {
  id: 'ibm-vpc-block',
  title: 'IBM Cloud VPC block storage',
  matches: named('vpc.block.csi.ibm.io'),
  readClass: ({ encryptionKey, encrypted }) =>
    encryptionKey && encrypted === 'true'
      ? {
          asks: 'volume/customer-key',
          why: 'The class names a key of the customer (encryptionKey).',
        }
      : { asks: 'volume/provider-key', why: 'IBM encrypts every volume.' },
  readVolume: () =>
    providerFloor(
      'IBM Cloud encrypts every VPC block volume at rest. Whether with a key of the customer is not recorded on the volume; the volume itself says it (is.volume, encryption_key).',
    ),
  readInFlight: () => UNTOLD_IN_FLIGHT,
  mountProvesEncryption: false,
  encrypts: 'below',
  copies: 'A restore is encrypted as all volumes are.',
  copyRecord: 'holds',
  knowledge: {
    read: 'That the driver made the volume; the class (encrypted, encryptionKey).',
    highestGrade: 'E2',
    holder:
      'IBM; or Key Protect with a key of the customer, which is not read.',
    never: 'The key of the volume.',
    settledBy: 'ibmcloud is volume says encryption and encryption_key.',
  },
};
