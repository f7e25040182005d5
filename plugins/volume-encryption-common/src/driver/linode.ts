import {
  ASKS_FOR_LUKS,
  ASKS_FOR_NONE,
  customerKey,
  nothingRecorded,
  openedOnNode,
  UNTOLD_IN_FLIGHT,
} from './answers';
import type { DriverProfile } from './driverProfile';
import { named } from './named';
import type { ClassAsk, VolumeAnswer } from './volumeAnswer';
import type { VolumeObjects } from './volumeObjects';

const PREFIX = 'linodebs.csi.linode.com/';
const FIX = 'GET /v4/volumes/{id} of Linode says encryption.';

/**
 * Linode block storage (linode/linode-blockstorage-csi-driver). LUKS by the node
 * is echoed as attributes, exactly "true"; encryption by the service
 * (`…/encrypted`) is in the class only. The node skips LUKS for raw block volumes
 * although the attribute is there. Only a new volume is encrypted
 * (`docs/encrypted-drives.md`).
 */
export const linode: DriverProfile = {
  id: 'linode',
  title: 'Linode block storage',
  matches: named('linodebs.csi.linode.com'),
  readClass,
  readVolume,
  readInFlight: (_, isOpenedOnNode) =>
    openedOnNode(isOpenedOnNode, UNTOLD_IN_FLIGHT),
  mountProvesEncryption: true,
  encrypts: 'at-first-mount',
  copies:
    'A clone holds the bytes of its source, and the node opens it as LUKS or fails.',
  copyRecord: 'holds-when-mounted',
  knowledge: {
    read: 'Attribute linodebs.csi.linode.com/luks-encrypted; volume mode; the Secret that the volume names.',
    highestGrade: 'E4',
    holder: 'The Secret of the class; for encryption by the service, Linode.',
    never: 'Whether the service encrypts the volume.',
    settledBy: FIX,
  },
};

function readClass(parameters: Record<string, string>): ClassAsk {
  if (parameters[`${PREFIX}luks-encrypted`] === 'true') {
    return ASKS_FOR_LUKS;
  }
  return parameters[`${PREFIX}encrypted`] === 'true'
    ? {
        asks: 'volume/provider-key',
        why: 'The class asks the service to encrypt.',
      }
    : ASKS_FOR_NONE;
}

function readVolume({
  attributes,
  volumeMode,
  secrets,
}: VolumeObjects): VolumeAnswer {
  if (attributes[`${PREFIX}luks-encrypted`] !== 'true') {
    return nothingRecorded(
      `No LUKS is recorded on the volume, and whether the service encrypts it is not. ${FIX}`,
    );
  }
  if (volumeMode === 'Block') {
    return nothingRecorded(
      `The attribute asks for LUKS, but the node skips it for raw block volumes, and whether the service encrypts it is not recorded. ${FIX}`,
    );
  }
  return customerKey({
    holder: 'secret',
    secret: secrets.stage,
    evidence: 'The driver recorded LUKS on the volume (luks-encrypted).',
  });
}
