import type { MoveSnapshot } from '../contract/api';
import type { DriverId } from '../driver/driverId';
import type { DriverProfile } from '../driver/driverProfile';

type Way = (source: DriverProfile) => MoveSnapshot;

/**
 * Drivers whose restore into an encrypted class was looked into. Ceph CSI:
 * `internal/rbd/rbd_util.go` isCompatibleEncryption (ceph/ceph-csi#2109), and for
 * CephFS `store/volumeoptions.go` with `internal/util/fscrypt/fscrypt.go`, which
 * make an empty encrypted folder beside the copy. Longhorn and the drivers that
 * keep LUKS on the blocks: a copy has the blocks of its source. Amazon EBS: EBS
 * "encryption outcomes", a volume from an unencrypted snapshot is encrypted where
 * that is asked for.
 */
const WAYS: Partial<Record<DriverId, Way>> = {
  'ceph-rbd': () => ({
    answer: 'refused',
    message:
      'Ceph CSI refuses to restore an unencrypted snapshot, or to clone an unencrypted volume, into an encrypted class. The data has to be copied.',
  }),
  cephfs: () => ({
    answer: 'stays-clear',
    message:
      'Ceph CSI does not refuse to restore an unencrypted CephFS snapshot into an encrypted class, but the restored data stays in clear, beside an empty encrypted folder. The data has to be copied.',
  }),
  'aws-ebs': () => ({
    answer: 'possible',
    message:
      'Amazon EBS encrypts what is restored from an unencrypted snapshot into a class that asks for encryption, not what is cloned. That is not visible in the cluster: ec2:DescribeVolumes has to say Encrypted before anything else is done. The plan copies.',
  }),
  longhorn: ofSameBlocks,
  linode: ofSameBlocks,
  portworx: ofSameBlocks,
  scaleway: ofSameBlocks,
  trident: ofSameBlocks,
};

/** Whether a snapshot of a volume could become one of the class; never a guess. */
export function snapshotWay(
  source: DriverProfile | undefined,
  target: DriverProfile | undefined,
): MoveSnapshot {
  if (!source || !target) {
    return {
      answer: 'unknown',
      message:
        'What a restored snapshot would be is not known, because one of the drivers is not. The data has to be copied.',
    };
  }
  if (source.id !== target.id) {
    return {
      answer: 'refused',
      message: `A snapshot of ${source.title} can be restored by no other driver, such as ${target.title}. The data has to be copied.`,
    };
  }
  return WAYS[source.id]?.(source) ?? notKnown(source);
}

function ofSameBlocks({ title, copies }: DriverProfile): MoveSnapshot {
  return {
    answer: 'stays-clear',
    message: `A copy by ${title} has the unencrypted blocks of its source, whatever its class asks for. ${copies} The data has to be copied.`,
  };
}

function notKnown({ title, copies }: DriverProfile): MoveSnapshot {
  return {
    answer: 'unknown',
    message: `Nothing that was read says that ${title} encrypts what it restores from an unencrypted snapshot. ${copies} The data has to be copied.`,
  };
}
