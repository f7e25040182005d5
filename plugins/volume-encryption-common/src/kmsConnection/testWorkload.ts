import { testMeta } from '../kubernetes/testObjects';
import type { CephCsiWorkload } from './cephCsiWorkload';

/** A Deployment or DaemonSet of Ceph CSI in `rook-ceph`. */
export function testWorkload(
  kind: CephCsiWorkload['kind'],
  name: string,
  changes: Partial<
    Pick<CephCsiWorkload, 'mountedConfigMaps' | 'environment' | 'images'>
  > = {},
): CephCsiWorkload {
  return {
    kind,
    meta: testMeta({ name, namespace: 'rook-ceph' }),
    mountedConfigMaps: [],
    environment: {},
    images: ['quay.io/cephcsi/cephcsi:v3.15.0'],
    ...changes,
  };
}

/** That a ConfigMap is mounted where Ceph CSI looks for its file. */
export function fileFrom(name: string, optional = false) {
  return {
    mountedConfigMaps: [
      { name, mountPath: '/etc/ceph-csi-encryption-kms-config/', optional },
    ],
  };
}
