import { valueOf } from '../observation/observed';
import {
  ambiguous,
  asksNothing,
  contradiction,
  customerKey,
  notKnownInFlight,
  nothingRecorded,
  openedOnNode,
  unencrypted,
} from './answers';
import type { DriverProfile } from './driverProfile';
import { parseGoBoolean } from './goBoolean';
import { named } from './named';
import { nfsInFlight } from './nfsOptions';
import type { InFlightAnswer, VolumeAnswer } from './volumeAnswer';
import type { VolumeObjects } from './volumeObjects';

const FIX =
  'The portal must be allowed to read tridentvolumes.trident.netapp.io, where Trident keeps it.';

/**
 * NetApp Trident. Attributes say nothing of encryption
 * (`frontend/csi/controller_server.go`); Trident's own object does
 * (`storage/volume.go`): `LUKSEncryption` is LUKS on the node with a Secret's
 * passphrase, `encryption` is NVE or NAE of ONTAP, where empty leaves it to the
 * aggregate (`GetEncryptionValue`). At attach the controller publishes
 * `LUKSEncryption`, and the node acts on that. A device that is neither empty nor
 * LUKS is refused, so a mount has no clear-text fallback.
 */
export const trident: DriverProfile = {
  id: 'trident',
  title: 'NetApp Trident',
  matches: named('csi.trident.netapp.io', 'netapp.io/trident'),
  readClass: () =>
    asksNothing(
      'A class chooses a backend by its selector; whether that encrypts is in the backend.',
    ),
  readVolume,
  readInFlight,
  mountProvesEncryption: true,
  encrypts: 'at-first-mount',
  copies:
    'A clone shares the blocks of its source and is encrypted as that is.',
  copyRecord: 'holds',
  knowledge: {
    read: 'TridentVolume config.LUKSEncryption and config.encryption; LUKSEncryption of the VolumeAttachment; attribute protocol.',
    highestGrade: 'E4',
    holder: 'A Secret for LUKS; the key manager of the array for NVE and NAE.',
    never:
      'Encrypting disks (NSE), aggregate encryption that was not asked for, SolidFire.',
    settledBy: FIX,
  },
};

function readVolume(objects: VolumeObjects): VolumeAnswer {
  const { vendorObject, secrets } = objects;
  const own = valueOf(vendorObject);
  const attached = attachedWithLuks(objects);
  const volume = own?.kind === 'TridentVolume' ? own : undefined;
  const luks = flagOf(volume?.luksEncryption);
  if (luks === 'invalid') {
    return ambiguous('LUKSEncryption of its TridentVolume is no boolean.');
  }
  if (luks !== undefined && attached !== undefined && luks !== attached) {
    return contradiction(
      'Its TridentVolume and its VolumeAttachment differ in LUKSEncryption.',
    );
  }
  if (luks ?? attached) {
    return customerKey({
      grade: 'E3',
      holder: 'secret',
      secret: secrets.stage,
      evidence: luks
        ? 'Its TridentVolume says that the node encrypts it with LUKS (config.LUKSEncryption).'
        : 'Trident attached it with LUKSEncryption, so the node encrypts it with LUKS.',
    });
  }
  return volume ? byArray(volume.encryption) : unread(objects);
}

function byArray(encryption: string | undefined): VolumeAnswer {
  switch (flagOf(encryption)) {
    case true:
      return {
        says: 'encrypted',
        verdict: 'volume/provider-key',
        grade: 'E3',
        basis: 'vendor-object',
        holder: 'array',
        evidence:
          'Its TridentVolume says that the array encrypts it (config.encryption).',
      };
    case false:
      return unencrypted(
        'Its TridentVolume says neither LUKS nor encryption by the array. Whether the disks of the array encrypt is not read here.',
        'vendor-object',
      );
    default:
      return ambiguous(
        'Its TridentVolume leaves encryption to the aggregate, so ONTAP alone knows: volume show -fields encryption-state.',
      );
  }
}

function unread({ vendorObject }: VolumeObjects): VolumeAnswer {
  if (vendorObject.status === 'observed') {
    return nothingRecorded('Trident has no object of this volume.');
  }
  return {
    says: 'unsettled',
    code: 'vendor-object-unread',
    grade: 'E0',
    why: `Its TridentVolume could not be read: ${vendorObject.detail} ${FIX}`,
  };
}

function attachedWithLuks({ attachments }: VolumeObjects): boolean | undefined {
  const told = (valueOf(attachments) ?? [])
    .filter(it => it.attached)
    .map(it => flagOf(it.metadata.LUKSEncryption));
  return told.find(it => typeof it === 'boolean');
}

/** Empty is not said; anything but a boolean is no answer. */
function flagOf(text: string | undefined): boolean | 'invalid' | undefined {
  return text ? (parseGoBoolean(text) ?? 'invalid') : undefined;
}

function readInFlight(
  objects: VolumeObjects,
  isOpenedOnNode: boolean,
): InFlightAnswer {
  const { protocol } = objects.attributes;
  if (protocol === 'file') return nfsInFlight(objects.mountOptions);
  return openedOnNode(
    isOpenedOnNode,
    objects.vendorObject.status === 'observed' && protocol === 'block'
      ? {
          answer: 'clear',
          why: 'iSCSI, NVMe and Fibre Channel carry what the node writes; CHAP proves who asks and does not encrypt.',
        }
      : notKnownInFlight('Whether the node encrypts it could not be read.'),
  );
}
