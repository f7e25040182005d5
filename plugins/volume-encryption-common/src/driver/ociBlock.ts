import { notKnownInFlight, providerFloor } from './answers';
import type { DriverProfile } from './driverProfile';
import { named } from './named';

/**
 * OCI block volumes (oracle/oci-cloud-controller-manager). The service always
 * encrypts, and there is no option without (docs.oracle.com, "Block Volume
 * Encryption"). A key of the customer (`kms-key-id`, case counts) is in the class
 * only. The class `oci-bv-encrypted` is about the attachment, not about rest; and
 * whether a paravirtualized attachment encrypts depends on the instance.
 */
export const ociBlock: DriverProfile = {
  id: 'oci-block',
  title: 'OCI Block Volume',
  matches: named('blockvolume.csi.oraclecloud.com', 'oracle.com/oci'),
  readClass: parameters =>
    parameters['kms-key-id']
      ? {
          asks: 'volume/customer-key',
          why: 'The class names a key of the customer (kms-key-id).',
        }
      : {
          asks: 'volume/provider-key',
          why: 'OCI encrypts every block volume.',
        },
  readVolume: () =>
    providerFloor(
      'OCI encrypts every block volume at rest. Whether with a key of the customer is not recorded on the volume; the volume itself says it (GetVolume, kmsKeyId).',
    ),
  readInFlight: () =>
    notKnownInFlight(
      'An attachment encrypts only if it is paravirtualized and the instance allows it, which Kubernetes does not show.',
    ),
  mountProvesEncryption: false,
  encrypts: 'below',
  copies:
    'A clone or restore is encrypted as all volumes are, with a key of its own.',
  copyRecord: 'holds',
  knowledge: {
    read: 'That the driver made the volume; the class (kms-key-id).',
    highestGrade: 'E2',
    holder:
      'Oracle; or OCI Vault with a key of the customer, which is not read.',
    never:
      'The key of the volume; isPvEncryptionInTransitEnabled of the instance.',
    settledBy: 'GetVolume says kmsKeyId.',
  },
};
