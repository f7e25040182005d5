import { ambiguous, unencrypted } from './answers';
import type { DriverProfile } from './driverProfile';
import { named } from './named';
import type { VolumeAnswer } from './volumeAnswer';
import type { VolumeObjects } from './volumeObjects';

const FIX =
  'All DiskPools that hold its replicas must have spec.encryptionConfig (kubectl mayastor get volume, get pools).';

/**
 * OpenEBS Mayastor (mayastor-control-plane
 * `control-plane/csi-driver/src/bin/controller/controller.rs`; OpenEBS docs,
 * "Encryption"). Pools are encrypted, not volumes: `encrypted: "true"` places
 * replicas on encrypted pools, can be changed later by `kubectl mayastor set
 * volume`, and is echoed as an attribute by versions that do not know it. So it is
 * no evidence. NVMe over fabrics carries clear text.
 */
export const openebsMayastor: DriverProfile = {
  id: 'openebs-mayastor',
  title: 'OpenEBS Mayastor',
  matches: named('io.openebs.csi-mayastor'),
  readClass: ({ encrypted }) =>
    encrypted === 'true'
      ? {
          asks: 'infrastructure-only',
          why: 'The class asks for replicas on encrypted pools.',
        }
      : { asks: 'unknown', why: 'The class takes pools of either kind.' },
  readVolume,
  readInFlight: () => ({
    answer: 'clear',
    why: 'Pools encrypt at the target; NVMe over fabrics carries clear text.',
  }),
  mountProvesEncryption: false,
  encrypts: 'below',
  copies: 'A restore is placed anew, by what its own class asks for.',
  copyRecord: 'holds',
  knowledge: {
    read: 'Attribute encrypted; below it, status.encrypted of all DiskPools.',
    highestGrade: 'E2',
    holder: 'A Secret of each pool; not read.',
    never: 'Which pools hold the replicas.',
    settledBy: FIX,
  },
};

function readVolume({ attributes }: VolumeObjects): VolumeAnswer {
  if (attributes.encrypted === 'true') {
    return ambiguous(
      `The attribute encrypted asked for replicas on encrypted pools when the volume was made; they may have moved since, and old versions ignore it. ${FIX}`,
    );
  }
  return unencrypted(
    'The volume was made without asking for encrypted pools. Whether its pools are encrypted all the same is another answer.',
  );
}
