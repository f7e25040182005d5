import {
  ambiguous,
  openedOnNode,
  unencrypted,
  UNTOLD_IN_FLIGHT,
} from './answers';
import type { DriverProfile } from './driverProfile';
import { named } from './named';
import type { VolumeAnswer } from './volumeAnswer';
import type { VolumeObjects } from './volumeObjects';

const FIX =
  'cryptsetup status on the node, or whether the Secret has the key encryption-passphrase.';

/**
 * Hetzner Cloud Volumes (hetznercloud/csi-driver `internal/driver/node.go`). The
 * node encrypts with LUKS when the Secret of the mount (nodePublishSecretRef) has
 * the key `encryption-passphrase`, and mounts in clear text when it has not; a
 * Secret's data is never read here, and old versions do not know the key
 * (hetznercloud/csi-driver#304). Without such a Secret there is no encryption.
 */
export const hetzner: DriverProfile = {
  id: 'hetzner',
  title: 'Hetzner Cloud Volumes',
  matches: named('csi.hetzner.cloud'),
  readClass: parameters =>
    parameters['csi.storage.k8s.io/node-publish-secret-name']
      ? {
          asks: 'volume/customer-key',
          why: 'The class names a Secret for the mount, which may hold a passphrase.',
        }
      : { asks: 'none', why: 'The class names no Secret for the mount.' },
  readVolume,
  readInFlight: (_, isOpenedOnNode) =>
    openedOnNode(isOpenedOnNode, UNTOLD_IN_FLIGHT),
  mountProvesEncryption: false,
  encrypts: 'at-first-mount',
  copies: 'The driver makes no clones.',
  copyRecord: 'holds',
  knowledge: {
    read: 'Whether the volume names a Secret for its mount (nodePublishSecretRef).',
    highestGrade: 'E2',
    holder: 'The Secret of the mount, for all volumes that name it.',
    never:
      'Whether the Secret holds a passphrase, and whether the driver that ran knew it.',
    settledBy: FIX,
  },
};

function readVolume({ secrets }: VolumeObjects): VolumeAnswer {
  return secrets.publish
    ? ambiguous(
        `The volume names a Secret for its mount. With the key encryption-passphrase in it the node encrypts, without it the node mounts in clear text. ${FIX}`,
      )
    : unencrypted(
        'The volume names no Secret for its mount, without which the driver does not encrypt.',
      );
}
