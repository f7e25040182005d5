import { parseObject } from './parseObject';

const metadata = {
  name: 'worker-1',
  creationTimestamp: '2026-03-01T10:00:00Z',
};

it('reads which drivers run on a node', () => {
  const drivers = [
    { name: 'rook-ceph.rbd.csi.ceph.com', nodeID: 'worker-1' },
    { nodeID: 'without a name' },
    { name: 'ebs.csi.aws.com', nodeID: 'i-1' },
  ];
  expect(
    parseObject('CSINode', { metadata, spec: { drivers } }).driverNames,
  ).toEqual(['rook-ceph.rbd.csi.ceph.com', 'ebs.csi.aws.com']);
});

it.each([{}, { spec: {} }, { spec: { drivers: null } }])(
  'reads of %j that none does',
  fields => {
    const node = parseObject('CSINode', { metadata, ...fields });
    expect(node.driverNames).toEqual([]);
  },
);

it('reads that a driver is installed', () => {
  expect(parseObject('CSIDriver', { metadata, spec: {} })).toMatchObject({
    kind: 'CSIDriver',
    meta: { name: 'worker-1' },
  });
});
