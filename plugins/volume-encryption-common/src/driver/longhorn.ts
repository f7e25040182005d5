import { valueOf } from '../observation/observed';
import {
  ambiguous,
  ASKS_FOR_LUKS,
  ASKS_FOR_NONE,
  contradiction,
  customerKey,
  openedOnNode,
  unencrypted,
  UNTOLD_IN_FLIGHT,
} from './answers';
import type { DriverProfile } from './driverProfile';
import { parseGoBoolean } from './goBoolean';
import { named } from './named';
import type { ClassAsk, InFlightAnswer, VolumeAnswer } from './volumeAnswer';
import type { VolumeObjects } from './volumeObjects';

/**
 * Longhorn. All class parameters are echoed as attributes; `encrypted` is read by
 * ParseBool (longhorn-manager `csi/util.go`). Its own object holds
 * `spec.encrypted`, which cannot be changed (`k8s/pkg/apis/longhorn/v1beta2`),
 * and that is what the node goes by. The passphrase is `CRYPTO_KEY_VALUE` of the
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
    settledBy:
      'The portal must be allowed to read volumes.longhorn.io, which says spec.encrypted.',
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
  const recorded = flagOf(attributes);
  const found = valueOf(vendorObject);
  const own = found?.kind === 'LonghornVolume' ? found : undefined;
  const reported = own?.encrypted;
  if (recorded === 'invalid') {
    return ambiguous('The attribute encrypted is no boolean.');
  }
  if (own && recorded && reported === undefined) {
    return ambiguous(
      "The attribute asks for encryption, but Longhorn's own object has no such field: versions before 1.2 made plain volumes.",
    );
  }
  if (
    recorded !== undefined &&
    reported !== undefined &&
    recorded !== reported
  ) {
    return contradiction(
      `Longhorn's own object says encrypted ${reported}, the attribute says ${recorded}.`,
    );
  }
  const where = own
    ? "Longhorn's own object (spec.encrypted)"
    : 'The attribute encrypted';
  if (reported ?? recorded) {
    return customerKey({
      grade: own ? 'E3' : 'E2',
      isOpenedElsewhere: isShared({ accessModes, volumeMode }),
      holder: 'secret',
      secret: secrets.stage ?? secrets.publish,
      evidence: `${where} says that the volume is encrypted with LUKS.`,
    });
  }
  return unencrypted(
    `${where} says that the volume is not encrypted. Whether the disks of the nodes are is not read here.`,
    own ? 'vendor-object' : 'record',
  );
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
