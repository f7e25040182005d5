import { providerFloor } from './answers';
import type { DriverProfile } from './driverProfile';
import { parseGoBoolean } from './goBoolean';
import { named } from './named';
import { nfsInFlight } from './nfsOptions';
import type { InFlightAnswer } from './volumeAnswer';
import type { VolumeObjects } from './volumeObjects';

/**
 * OCI File Storage (oracle/oci-cloud-controller-manager). The service encrypts
 * all file systems at rest, by default with keys of Oracle; `kmsKeyOcid` is in the
 * class only. `encryptInTransit` is echoed as an attribute and read by ParseBool
 * (`pkg/csi/driver/fss_node_driver.go`).
 */
export const ociFss: DriverProfile = {
  id: 'oci-fss',
  title: 'OCI File Storage',
  matches: named('fss.csi.oraclecloud.com'),
  readClass: ({ kmsKeyOcid }) =>
    kmsKeyOcid
      ? {
          asks: 'volume/customer-key',
          why: 'The class names a key of the customer (kmsKeyOcid).',
        }
      : { asks: 'volume/provider-key', why: 'OCI encrypts every file system.' },
  readVolume: () =>
    providerFloor(
      'OCI encrypts every file system at rest. Whether with a key of the customer is not recorded on the volume; the file system says it (GetFileSystem, kmsKeyId).',
    ),
  readInFlight,
  mountProvesEncryption: false,
  encrypts: 'below',
  copies: 'A copy is encrypted as all file systems are.',
  copyRecord: 'holds',
  knowledge: {
    read: 'That the driver made the volume; attribute encryptInTransit.',
    highestGrade: 'E2',
    holder:
      'Oracle; or OCI Vault with a key of the customer, which is not read.',
    never: 'The key of the file system.',
    settledBy: 'GetFileSystem says kmsKeyId.',
  },
};

function readInFlight({
  attributes,
  mountOptions,
}: VolumeObjects): InFlightAnswer {
  const { encryptInTransit = 'false' } = attributes;
  switch (parseGoBoolean(encryptInTransit)) {
    case true:
      return {
        answer: 'encrypted',
        why: 'The driver mounts through a TLS tunnel (encryptInTransit).',
      };
    case false:
      return nfsInFlight(mountOptions);
    default:
      return {
        answer: 'unknown',
        why: `encryptInTransit is "${encryptInTransit}", which the driver refuses.`,
      };
  }
}
