import type { CephCsiWorkload } from 'backstage-plugin-volume-encryption-common';
import { metaOf } from './objects';

/** A Deployment or DaemonSet of Ceph CSI, that mounts a ConfigMap as its file. */
export function workloadOf(
  kind: CephCsiWorkload['kind'],
  ref: string,
  mounted?: string,
): CephCsiWorkload {
  const mountPath = '/etc/ceph-csi-encryption-kms-config';
  return {
    kind,
    meta: metaOf(ref),
    mountedConfigMaps: mounted
      ? [{ name: mounted, mountPath, optional: false }]
      : [],
    environment: {},
    images: ['quay.io/cephcsi/cephcsi:v3.15.0'],
  };
}
