import { driverProfileOf } from './driverProfiles';

it.each([
  ['rbd.csi.ceph.com', 'ceph-rbd'],
  ['rook-ceph.rbd.csi.ceph.com', 'ceph-rbd'],
  ['openshift-storage.rbd.csi.ceph.com', 'ceph-rbd'],
  ['cephfs.csi.ceph.com', 'cephfs'],
  ['rook-ceph.cephfs.csi.ceph.com', 'cephfs'],
  ['rook-ceph.nfs.csi.ceph.com', undefined],
  ['evilrbd.csi.ceph.com', undefined],
  ['rbd.csi.ceph.com.example.org', undefined],
  ['RBD.csi.ceph.com', undefined],
  ['ebs.csi.aws.com', undefined],
  ['kubernetes.io/rbd', undefined],
  ['', undefined],
])('the driver "%s" has profile %s', (name, id) => {
  expect(driverProfileOf(name)?.id).toBe(id);
});
