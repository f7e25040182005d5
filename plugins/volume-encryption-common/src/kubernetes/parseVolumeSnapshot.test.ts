import { parseObject } from './parseObject';

const metadata = {
  name: 'before-upgrade',
  namespace: 'payments',
  creationTimestamp: '2026-03-01T10:00:00Z',
};

it.each([
  [
    'taken of a claim',
    { source: { persistentVolumeClaimName: 'data' } },
    { boundVolumeSnapshotContentName: 'snapcontent-1' },
    { claimName: 'data', contentName: 'snapcontent-1' },
  ],
  [
    'not taken yet',
    { source: { persistentVolumeClaimName: 'data' } },
    undefined,
    { claimName: 'data', contentName: undefined },
  ],
  [
    'made for a content that was there',
    { source: { volumeSnapshotContentName: 'imported' } },
    {},
    { claimName: undefined, contentName: 'imported' },
  ],
])('reads a snapshot %s', (_, spec, status, expected) => {
  expect(
    parseObject('VolumeSnapshot', { metadata, spec, status }),
  ).toMatchObject({ kind: 'VolumeSnapshot', ...expected });
});
