import { valueOf } from '../observation/observed';
import {
  ambiguous,
  contradiction,
  customerKey,
  nothingRecorded,
  STAYS_ON_NODE,
  unencrypted,
} from './answers';
import type { DriverProfile } from './driverProfile';
import { named } from './named';
import type { ClassAsk, VolumeAnswer } from './volumeAnswer';
import type { VolumeObjects } from './volumeObjects';

const FIX =
  'The portal must be allowed to read zfsvolumes.zfs.openebs.io, which says spec.encryption.';

/** Values of the property that encrypt (zfsprops(7)). */
const CIPHER = /^(on|aes-(128|192|256)-(ccm|gcm))$/;

/**
 * OpenEBS ZFS-LocalPV (openebs/zfs-localpv `pkg/zfs/zfs_util.go`). The class
 * parameter `encryption` becomes a property of the data set and of the driver's
 * own object; the key is a file on the node. A data set whose key is not loaded
 * cannot be mounted, and the property cannot be changed. Without the property
 * (`buildZFSCreateArgs` leaves it out) it inherits what the pool has (zfsprops(7)).
 */
export const openebsZfs: DriverProfile = {
  id: 'openebs-zfs',
  title: 'OpenEBS ZFS-LocalPV',
  matches: named('zfs.csi.openebs.io'),
  readClass,
  readVolume,
  readInFlight: () => STAYS_ON_NODE,
  mountProvesEncryption: true,
  encrypts: 'below',
  copies: 'A clone shares the key of its source.',
  copyRecord: 'holds',
  knowledge: {
    read: 'ZFSVolume spec.encryption, spec.poolName and status.state.',
    highestGrade: 'E4',
    holder: 'A file on the node.',
    never: 'The key file, and encryption that the pool hands down.',
    settledBy: FIX,
  },
};

function readClass({ encryption }: Record<string, string>): ClassAsk {
  return encryption && CIPHER.test(encryption)
    ? { asks: 'volume/customer-key', why: `The class asks for ${encryption}.` }
    : {
        asks: 'unknown',
        why: 'The class asks for no encryption; the pool may hand it down.',
      };
}

function readVolume({ vendorObject }: VolumeObjects): VolumeAnswer {
  if (vendorObject.status === 'unknown') {
    return {
      says: 'unsettled',
      code: 'vendor-object-unread',
      grade: 'E0',
      why: `Its ZFSVolume could not be read: ${vendorObject.detail} ${FIX}`,
    };
  }
  const own = valueOf(vendorObject);
  if (own?.kind !== 'ZFSVolume') {
    return nothingRecorded('ZFS-LocalPV has no object of this volume.');
  }
  const { encryption, poolName, state } = own;
  if (!poolName || state === 'Failed') {
    return contradiction(
      'Its ZFSVolume names no pool or says that the data set was not made.',
    );
  }
  if (encryption && CIPHER.test(encryption)) {
    return customerKey({
      grade: 'E3',
      basis: 'record',
      holder: 'node',
      evidence: `Its ZFSVolume says that the data set is encrypted (${encryption}).`,
    });
  }
  if (encryption === 'off') return reportedPlain();
  return encryption
    ? ambiguous(`Its ZFSVolume says encryption "${encryption}".`)
    : nothingRecorded(
        'Its ZFSVolume asks for no encryption, so the data set inherits what its pool has, which is not recorded. zfs get encryption on the node says it.',
      );
}

/** The provisioner writes the object; for an imported data set a person does. */
function reportedPlain(): VolumeAnswer {
  return {
    ...unencrypted('Its ZFSVolume says that the data set is not encrypted.'),
    grade: 'E3',
  };
}
