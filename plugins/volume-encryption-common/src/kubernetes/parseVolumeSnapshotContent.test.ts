import { parseObject } from './parseObject';

const metadata = {
  name: 'snapcontent-1',
  creationTimestamp: '2026-03-01T10:00:00Z',
};
const contentOf = (spec: object, status?: object) =>
  parseObject('VolumeSnapshotContent', { metadata, spec, status });

it('reads what a snapshot is at the driver', () => {
  expect(
    contentOf({
      driver: 'rook-ceph.rbd.csi.ceph.com',
      source: { volumeHandle: 'handle' },
      volumeSnapshotRef: { namespace: 'payments', name: 'before-upgrade' },
    }),
  ).toMatchObject({
    kind: 'VolumeSnapshotContent',
    driver: 'rook-ceph.rbd.csi.ceph.com',
    snapshot: { namespace: 'payments', name: 'before-upgrade' },
    sourceVolumeHandle: 'handle',
  });
});

it('may be of no volume and no snapshot, but never of no driver', () => {
  const imported = contentOf({ driver: 'd', source: { snapshotHandle: 's' } });
  expect(imported.snapshot).toBeUndefined();
  expect(imported.sourceVolumeHandle).toBeUndefined();
  expect(imported.snapshotHandle).toBe('s');
  expect(() => contentOf({})).toThrow('spec.driver is missing');
});

it('has a handle of its own when the driver has told it', () => {
  const spec = { driver: 'd', source: { volumeHandle: 'v' } };
  expect(contentOf(spec).snapshotHandle).toBeUndefined();
  expect(contentOf(spec, { snapshotHandle: 's' }).snapshotHandle).toBe('s');
});
