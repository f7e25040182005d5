import { parseObject } from './parseObject';

const metadata = { name: 'rbd', creationTimestamp: '2026-03-01T10:00:00Z' };
const driver = 'rook-ceph.rbd.csi.ceph.com';

const classOf = (fields: object) =>
  parseObject('VolumeSnapshotClass', { metadata, ...fields });

it.each(['Delete', 'Retain'])('reads policy %s', deletionPolicy => {
  expect(classOf({ driver, deletionPolicy })).toMatchObject({
    kind: 'VolumeSnapshotClass',
    driver,
    deletionPolicy,
  });
});

it.each([
  ['driver', { deletionPolicy: 'Delete' }],
  ['deletionPolicy', { driver }],
  ['deletionPolicy', { driver, deletionPolicy: 'Keep' }],
])('names %s when it is wrong', (field, fields) => {
  expect(() => classOf(fields)).toThrow(expect.objectContaining({ field }));
});
