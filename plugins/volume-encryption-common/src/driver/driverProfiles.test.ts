import {
  cephDriverOf,
  DRIVER_PROFILES,
  driverProfileOf,
} from './driverProfiles';

it.each([
  ['rbd.csi.ceph.com', 'ceph-rbd'],
  ['rook-ceph.rbd.csi.ceph.com', 'ceph-rbd'],
  ['openshift-storage.rbd.csi.ceph.com', 'ceph-rbd'],
  ['cephfs.csi.ceph.com', 'cephfs'],
  ['rook-ceph.cephfs.csi.ceph.com', 'cephfs'],
])('the driver "%s" is of Ceph CSI: %s', (name, id) => {
  expect(driverProfileOf(name)?.id).toBe(id);
  expect(cephDriverOf(name)?.id).toBe(id);
});

it.each([
  ['ebs.csi.aws.com', 'aws-ebs'],
  ['ebs.csi.eks.amazonaws.com', 'aws-ebs'],
  ['kubernetes.io/aws-ebs', 'aws-ebs'],
  ['spec.awsElasticBlockStore', 'aws-ebs'],
  ['kubernetes.io/rbd', 'ceph-in-tree'],
  ['spec.rbd', 'ceph-in-tree'],
  ['flex:ceph.rook.io/rook-ceph-system', 'ceph-in-tree'],
  ['flex:rook.io/rook', 'ceph-in-tree'],
  ['spec.hostPath', 'host-path'],
  ['rancher.io/local-path', 'local'],
  ['csi.trident.netapp.io', 'trident'],
])('the name "%s" has profile %s', (name, id) => {
  expect(driverProfileOf(name)?.id).toBe(id);
  expect(cephDriverOf(name)).toBeUndefined();
});

it.each([
  'rook-ceph.nfs.csi.ceph.com',
  'evilrbd.csi.ceph.com',
  'rbd.csi.ceph.com.example.org',
  'RBD.csi.ceph.com',
  'ebs.csi.aws.com.example.org',
  'flex:evil.io/ceph.rook.io/rook',
  'hostPath',
  'spec.nothing',
  '',
])('the name "%s" has no profile', name => {
  expect(driverProfileOf(name)).toBeUndefined();
});

it('has each profile once, and all that an auditor must know of it', () => {
  const ids = DRIVER_PROFILES.map(({ id }) => id);
  expect([...new Set(ids)]).toEqual(ids);
  for (const { title, copies, knowledge } of DRIVER_PROFILES) {
    const { read, holder, never, settledBy } = knowledge;
    for (const text of [title, copies, read, holder, never, settledBy]) {
      expect(text).not.toBe('');
    }
  }
});
