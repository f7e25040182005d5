import type { ClusterWide } from '../contract/api';
import type { DriverId } from '../driver/driverId';
import type { CephStorage } from '../kubernetes/cephClusters';
import type { Observed } from '../observation/observed';
import { valueOf } from '../observation/observed';
import { belowMayastor } from './belowMayastor';
import type { Evidence } from './evidence';
import { profileOf } from './judgeVolume';
import { ownVolumeOf } from './volumeObjects';
import type { VolumeFacts } from './volumeFacts';

type Answer = { answer: ClusterWide['answer']; why: string };

const SEVERITY = {
  asked: 'info',
  partly: 'warning',
  'not-asked': 'info',
  unknown: 'info',
} as const;

/** Their volumes lie on disks of the cluster's own nodes. */
const ON_DISKS_OF_NODES: readonly DriverId[] = [
  'host-path',
  'linstor',
  'local',
  'longhorn',
  'openebs-hostpath',
  'openebs-lvm',
  'openebs-zfs',
  'portworx',
  'storageos',
  'topolvm',
];

/**
 * Is encryption asked for of what lies below all volumes: the devices of a Ceph
 * cluster, the disks of nodes? An answer of its own: it makes no volume encrypted,
 * for who has the volume's Ceph credential or the node reads clear text.
 */
export function assessClusterWide({ facts }: Evidence): ClusterWide {
  const { answer, why } = answerOf(facts);
  const code = `cluster-wide-${answer}` as const;
  const grade = answer === 'unknown' ? 'E0' : 'E1';
  return {
    answer,
    reasons: [{ code, severity: SEVERITY[answer], grade, message: why }],
  };
}

function answerOf(facts: VolumeFacts): Answer {
  const volume = ownVolumeOf(facts);
  const profile = volume && profileOf(volume);
  if (!volume || !profile) {
    return notKnown('What lies below this volume is not known.');
  }
  if (profile.id === 'ceph-rbd' || profile.id === 'cephfs') {
    return belowCeph(volume.csi?.attributes.clusterID ?? '', facts.below);
  }
  if (profile.id === 'openebs-mayastor') {
    return belowMayastor(facts.below.diskPools);
  }
  return ON_DISKS_OF_NODES.includes(profile.id)
    ? notKnown(
        'The volume lies on disks of nodes, and no object of Kubernetes says whether those are encrypted. cryptsetup status on the node says it.',
      )
    : notKnown(
        'Which disks the volume lies on, and whether those are encrypted, is in no object that is read here. Who runs the storage knows.',
      );
}

/** Two objects of the same Ceph cluster, of which the CephCluster is what is done. */
function belowCeph(place: string, below: VolumeFacts['below']): Answer {
  const facts: Observed<CephStorage | undefined>[] = [
    below.cephCluster,
    below.storageCluster,
  ];
  const found = facts.flatMap(fact => valueOf(fact) ?? []);
  const [first, second] = found.map(askedOf);
  if (first && second && first.answer !== second.answer) {
    return notKnown(
      `The CephCluster and the StorageCluster of the namespace "${place}" ask for different things: one of them is not carried out yet, or was changed past the other.`,
    );
  }
  if (first) return first;
  return notKnown(
    whyUnread(facts) ??
      `There is no CephCluster or StorageCluster in a namespace "${place}", by which the volume names its Ceph cluster, so Ceph is run elsewhere or by other means.`,
  );
}

/** Only what is denied is mended by a right. */
function whyUnread(
  facts: readonly Observed<CephStorage | undefined>[],
): string | undefined {
  const unread = facts.flatMap(it => (it.status === 'unknown' ? [it] : []));
  if (unread.length === 0) return undefined;
  const details = unread.map(({ detail }) => detail).join(' ');
  const remedy = unread.some(({ why }) => why === 'denied')
    ? ' The portal must be allowed to read cephclusters.ceph.rook.io and storageclusters.ocs.openshift.io.'
    : '';
  return `What the Ceph cluster asks of its devices could not be read: ${details}${remedy}`;
}

function askedOf({ meta, isExternal, devices, usesKms }: CephStorage): Answer {
  const place = `The Ceph cluster in the namespace "${meta.namespace}"`;
  if (isExternal) {
    return notKnown(
      `${place} is run elsewhere, so nothing is known of its devices.`,
    );
  }
  const plain = devices.filter(it => it.encrypted === false);
  const isClear = devices.every(it => it.encrypted !== undefined);
  if (devices.length === 0 || !isClear) {
    return notKnown(
      `${place} does not say in a way that can be understood what it asks of its devices.`,
    );
  }
  if (plain.length === devices.length) {
    return {
      answer: 'not-asked',
      why: `${place} asks for no encryption of its devices.`,
    };
  }
  const keys = usesKms
    ? 'Their keys are in a KMS of the Ceph cluster.'
    : 'Their keys are kept in this Kubernetes cluster or by the monitors of Ceph.';
  return plain.length > 0
    ? {
        answer: 'partly',
        why: `${place} asks for encryption of some of its devices, but not of ${named(plain)}; on which a volume lies is not known. ${keys}`,
      }
    : {
        answer: 'asked',
        why: `${place} asks for encryption of all its devices (dm-crypt). Devices that are older than that are not changed by it, so it is what is asked for and not what was seen. ${keys}`,
      };
}

function named(devices: { name: string }[]): string {
  return [...new Set(devices.map(({ name }) => `"${name}"`))].join(', ');
}

function notKnown(why: string): Answer {
  return { answer: 'unknown', why };
}
