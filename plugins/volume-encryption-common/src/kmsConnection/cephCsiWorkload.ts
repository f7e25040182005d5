import { cephDriverOf } from '../driver/driverProfiles';
import type { WorkloadOfKind } from '../kubernetes/workloads';

/** What runs Ceph CSI: a controller (Deployment) or a node plugin (DaemonSet). @public */
export type CephCsiWorkload =
  WorkloadOfKind<'Deployment'> | WorkloadOfKind<'DaemonSet'>;

/** Where Ceph CSI looks for the file (ceph-csi `internal/kms/kms.go`). */
const FILE_FOLDER = '/etc/ceph-csi-encryption-kms-config';

/** Its image, also with the product's name in front or behind (`cephcsi-rhel9`). */
const IMAGE = /cephcsi/;

/**
 * Upstream, Rook up to 1.19: `csi-rbdplugin-provisioner`, `csi-cephfsplugin`;
 * Helm: `ceph-csi-rbd-nodeplugin`; ceph-csi-operator:
 * `rook-ceph.rbd.csi.ceph.com-ctrlplugin`.
 */
const NAME = /(rbd|cephfs).*(plugin|provisioner)/;

/** They run the image, but never touch a key (Rook's Multus holder; NFS; NVMe-oF). */
const WITHOUT_KEYS = /holder|nfs|nvme/;

/** True for what makes or mounts RBD and CephFS volumes. @public */
export function isCephCsi({ meta, images }: CephCsiWorkload): boolean {
  const isMeant = NAME.test(meta.name) || images.some(it => IMAGE.test(it));
  return isMeant && !WITHOUT_KEYS.test(meta.name);
}

/** True unless the workload's name says that it is of the other driver. */
export function serves(
  { meta }: CephCsiWorkload,
  driverName: string | undefined,
): boolean {
  const driver = cephDriverOf(driverName ?? '')?.id;
  if (driver === 'ceph-rbd') return !meta.name.includes('cephfs');
  return driver === 'cephfs' ? !meta.name.includes('rbd') : true;
}

/** The ConfigMap that stands in for the file, if one is mounted there. */
export function fileMount({ mountedConfigMaps }: CephCsiWorkload) {
  return mountedConfigMaps.find(
    ({ mountPath }) =>
      mountPath === FILE_FOLDER || mountPath.startsWith(`${FILE_FOLDER}/`),
  );
}

/** For people, such as `DaemonSet csi-rbdplugin`. */
export function workloadTitle({ kind, meta }: CephCsiWorkload): string {
  return `${kind} ${meta.name}`;
}
