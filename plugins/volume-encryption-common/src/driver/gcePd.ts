import { providerFloor, UNTOLD_IN_FLIGHT } from './answers';
import type { DriverProfile } from './driverProfile';
import { named } from './named';
import { textOf } from './parameters';

/**
 * Google Persistent Disk (gcp-compute-persistent-disk-csi-driver
 * `pkg/gce-pd-csi-driver/controller.go`). Google encrypts what it stores always
 * (cloud.google.com/kubernetes-engine/docs/how-to/using-cmek); a key of the
 * customer is in the class only (`disk-encryption-kms-key`), not on the volume,
 * and the class need not be the one that made the disk (velero#6982).
 */
export const gcePd: DriverProfile = {
  id: 'gce-pd',
  title: 'Google Persistent Disk',
  matches: named(
    'pd.csi.storage.gke.io',
    'kubernetes.io/gce-pd',
    'spec.gcePersistentDisk',
  ),
  readClass: parameters =>
    textOf(parameters, 'disk-encryption-kms-key')
      ? {
          asks: 'volume/customer-key',
          why: 'The class names a key of the customer (disk-encryption-kms-key).',
        }
      : { asks: 'volume/provider-key', why: 'Google encrypts every disk.' },
  readVolume: () =>
    providerFloor(
      'Google encrypts every Persistent Disk at rest. Whether with a key of the customer is not recorded on the volume; the disk itself says it (compute.disks.get, diskEncryptionKey).',
    ),
  readInFlight: () => UNTOLD_IN_FLIGHT,
  mountProvesEncryption: false,
  encrypts: 'below',
  copies: 'A clone must have the same key as its source.',
  copyRecord: 'holds',
  knowledge: {
    read: 'That the driver made the volume; the class (disk-encryption-kms-key).',
    highestGrade: 'E2',
    holder:
      'Google; or Cloud KMS with a key of the customer, which is not read.',
    never: 'The key of the disk.',
    settledBy: 'compute.disks.get says diskEncryptionKey.',
  },
};
