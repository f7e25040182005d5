import {
  ambiguous,
  ASKS_FOR_LUKS,
  ASKS_FOR_NONE,
  contradiction,
  customerKey,
  nothingRecorded,
  openedOnNode,
  unencrypted,
  UNTOLD_IN_FLIGHT,
} from './answers';
import type { DriverProfile } from './driverProfile';
import { parseGoBoolean } from './goBoolean';
import { named } from './named';
import type { ClassAsk, InFlightAnswer, VolumeAnswer } from './volumeAnswer';
import type { VolumeObjects } from './volumeObjects';

const FIX =
  'The portal must be allowed to read volumes.longhorn.io, which says spec.encrypted.';

/**
 * Longhorn. All class parameters are echoed as attributes; `encrypted` is read by
 * ParseBool (longhorn-manager `csi/util.go`). Its own object holds
 * `spec.encrypted`, which cannot be changed (`k8s/pkg/apis/longhorn/v1beta2`),
 * and that is all the node goes by (`csi/node_server.go`, `volume.Encrypted`): an
 * attribute is what was asked for, also of versions that did not encrypt. The passphrase is `CRYPTO_KEY_VALUE` of the
 * Secret of the mount. A shared volume (RWX) is decrypted in the share manager
 * and travels to the node over plain NFS (`controller/share_manager_controller.go`).
 */
export const longhorn: DriverProfile = {
  id: 'longhorn',
  title: 'Longhorn',
  matches: named('driver.longhorn.io'),
  readClass,
  readVolume,
  readInFlight,
  mountProvesEncryption: true,
  encrypts: 'at-first-mount',
  copies:
    'A copy holds the blocks of its source, and the node opens it by its own record or fails.',
  copyRecord: 'holds-when-mounted',
  knowledge: {
    read: 'volumes.longhorn.io spec.encrypted; attribute encrypted; the Secret that the volume names; access mode.',
    highestGrade: 'E4',
    holder: 'The Secret that the volume names, alone or for many volumes.',
    never: 'The passphrase; whether the disks of the nodes are encrypted.',
    settledBy: FIX,
  },
};

function readClass(parameters: Record<string, string>): ClassAsk {
  switch (flagOf(parameters)) {
    case true:
      return ASKS_FOR_LUKS;
    case 'invalid':
      return { asks: 'invalid', why: 'encrypted must be "true" or "false".' };
    default:
      return ASKS_FOR_NONE;
  }
}

function readVolume({
  attributes,
  vendorObject,
  secrets,
  accessModes,
  volumeMode,
}: VolumeObjects): VolumeAnswer {
  if (vendorObject.status === 'unknown') {
    return unread(`could not be read: ${vendorObject.detail}`);
  }
  const own = vendorObject.value;
  if (own?.kind !== 'LonghornVolume') {
    return nothingRecorded(
      'Longhorn has no object of this volume, and its attributes say only what was asked for.',
    );
  }
  if (own.encrypted === undefined) {
    return unread(
      'does not say spec.encrypted, as before 1.2, which made plain volumes whatever was asked for.',
    );
  }
  const recorded = flagOf(attributes);
  if (recorded === 'invalid') {
    return ambiguous('The attribute encrypted is no boolean.');
  }
  if (recorded !== undefined && recorded !== own.encrypted) {
    return contradiction(
      `Longhorn's own object says encrypted ${own.encrypted}, the attribute says ${recorded}.`,
    );
  }
  return own.encrypted
    ? customerKey({
        grade: 'E3',
        isOpenedElsewhere: isShared({ accessModes, volumeMode }),
        holder: 'secret',
        secret: secrets.stage ?? secrets.publish,
        evidence:
          "Longhorn's own object says that the volume is encrypted with LUKS (spec.encrypted).",
      })
    : unencrypted(
        "Longhorn's own object says that the volume is not encrypted (spec.encrypted). Whether the disks of the nodes are is not read here.",
        'vendor-object',
      );
}

/** The node goes by the object alone, so without it neither answer is known. */
function unread(why: string): VolumeAnswer {
  return {
    says: 'unsettled',
    code: 'vendor-object-unread',
    grade: 'E0',
    why: `Longhorn's own object of the volume ${why} ${FIX}`,
  };
}

function flagOf(
  parameters: Record<string, string>,
): boolean | 'invalid' | undefined {
  const { encrypted } = parameters;
  if (encrypted === undefined) return undefined;
  return parseGoBoolean(encrypted) ?? 'invalid';
}

/** Shared over NFS; a raw block volume of many writers is opened on its node. */
function isShared({
  accessModes,
  volumeMode,
}: Pick<VolumeObjects, 'accessModes' | 'volumeMode'>): boolean {
  return accessModes.includes('ReadWriteMany') && volumeMode === 'Filesystem';
}

function readInFlight(
  objects: VolumeObjects,
  isOpenedOnNode: boolean,
): InFlightAnswer {
  if (isShared(objects)) {
    return {
      answer: 'clear',
      why: 'A shared volume is opened in the share manager and travels to the node over plain NFS.',
    };
  }
  return openedOnNode(isOpenedOnNode, UNTOLD_IN_FLIGHT);
}
