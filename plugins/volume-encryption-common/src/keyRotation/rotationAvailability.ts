import type { KeyRotation } from '../contract/api';
import { namedKmsId } from '../driver/encryptionAsked';
import type { PersistentVolume } from '../kubernetes/objects';
import { isVolumeOfClaim } from '../kubernetes/isVolumeOfClaim';
import { readEncryptionParameters } from '../storageClass/readEncryptionParameters';
import { HOW_TO_INSTALL } from './csiAddons';
import type { KeyRotationFacts } from './keyRotationFacts';

type Availability = Pick<KeyRotation, 'availability' | 'message'>;

/**
 * Whether csi-addons can change the key of the volume. Ceph CSI does it for
 * images that are block-encrypted, with a key of their own, and for nothing else
 * (ceph-csi internal/rbd/encryption.go `RotateEncryptionKey`). Whether its
 * sidecar runs is not to be seen here.
 */
export function rotationAvailability(facts: KeyRotationFacts): Availability {
  const ofVolume = availabilityForVolume(facts);
  if (ofVolume?.availability === 'not-supported') return ofVolume;
  const { cronJobs } = facts;
  if (cronJobs.status === 'observed' && cronJobs.value === undefined) {
    return {
      availability: 'not-installed',
      message: `This cluster does not have csi-addons, which changes the keys of volumes. ${HOW_TO_INSTALL}`,
    };
  }
  if (ofVolume) return ofVolume;
  if (cronJobs.status === 'unknown') return notKnown(cronJobs.detail);
  return {
    availability: 'available',
    message: 'csi-addons can change the key of this volume.',
  };
}

function availabilityForVolume({
  claim,
  volume,
}: KeyRotationFacts): Availability | undefined {
  if (volume.status === 'unknown') return notKnown(volume.detail);
  if (!volume.value || !isVolumeOfClaim(volume.value, claim)) {
    return notKnown('The claim has no volume yet.');
  }
  return availabilityForRecord(volume.value);
}

function availabilityForRecord({
  csi,
}: PersistentVolume): Availability | undefined {
  if (!csi) return notSupported('The volume is not made by a CSI driver.');
  const asked = readEncryptionParameters(csi.driver, csi.attributes);
  switch (asked.encryption) {
    case 'block':
      return namedKmsId(asked)
        ? undefined
        : notSupported(
            'The passphrase is that of all volumes of the class, so it is not changed for one of them. Use a StorageClass with a KMS connection (encryptionKMSID), and move the data.',
          );
    case 'file':
      return notSupported(
        'The volume is encrypted by the file (fscrypt); keys are changed of block-encrypted RBD volumes only. Use a StorageClass with encryptionType "block", and move the data.',
      );
    case 'none':
      return notSupported('The volume is not encrypted, so it has no key.');
    default:
      return notKnown(asked.why);
  }
}

function notSupported(message: string): Availability {
  return { availability: 'not-supported', message };
}

function notKnown(message: string): Availability {
  return { availability: 'unknown', message };
}
