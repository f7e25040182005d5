import { providerFloor } from './answers';
import type { DriverProfile } from './driverProfile';
import { named } from './named';
import { nfsInFlight } from './nfsOptions';
import { textOf } from './parameters';

/**
 * Google Filestore (gcp-filestore-csi-driver). Filestore encrypts customers'
 * content at rest by default, without any action
 * (cloud.google.com/filestore/docs/cmek); a key of the customer
 * (`instance-encryption-kms-key`) is in the class only. It is mounted over NFS.
 */
export const filestore: DriverProfile = {
  id: 'gce-filestore',
  title: 'Google Filestore',
  matches: named('filestore.csi.storage.gke.io'),
  readClass: parameters =>
    textOf(parameters, 'instance-encryption-kms-key')
      ? {
          asks: 'volume/customer-key',
          why: 'The class names a key of the customer (instance-encryption-kms-key).',
        }
      : { asks: 'volume/provider-key', why: 'Google encrypts every instance.' },
  readVolume: () =>
    providerFloor(
      'Google encrypts every Filestore instance at rest. Whether with a key of the customer is not recorded on the volume; the instance says it (file.instances.get, kmsKeyName).',
    ),
  readInFlight: ({ mountOptions }) => nfsInFlight(mountOptions),
  mountProvesEncryption: false,
  encrypts: 'below',
  copies: 'A restore is a new instance, encrypted as all are.',
  copyRecord: 'holds',
  knowledge: {
    read: 'That the driver made the volume; mount options, for the wire.',
    highestGrade: 'E2',
    holder:
      'Google; or Cloud KMS with a key of the customer, which is not read.',
    never: 'The key of the instance.',
    settledBy: 'file.instances.get says kmsKeyName.',
  },
};
