import { countVolumes, coverageRows } from './coverage';
import { testPlatformVolume } from './testVolume';

const encrypted = testPlatformVolume();
const plain = testPlatformVolume({
  claim: 'plain',
  storageClass: 'ceph-rbd',
  size: '2Gi',
  protection: 'none',
  state: 'cannot-tell',
});
const GI = 1024 ** 3;

it('counts volumes by each answer, and their bytes', () => {
  const provider = testPlatformVolume({
    protection: 'volume/provider-key',
    state: 'cannot-tell',
  });
  const unsized = testPlatformVolume({ size: 'much', protection: 'unknown' });
  expect(countVolumes([encrypted, plain, provider, unsized])).toEqual({
    volumes: 4,
    protections: {
      'volume/customer-key': 1,
      'volume/provider-key': 1,
      'infrastructure-only': 0,
      none: 1,
      unknown: 1,
    },
    // Of the two that are encrypted.
    states: { active: 1, prepared: 0, 'cannot-tell': 1 },
    bytes: 4 * GI,
    unencryptedBytes: 2 * GI,
  });
});

it('puts first what has most unencrypted volumes, then what is least known', () => {
  const of = (owner: string, changes: object = {}) =>
    testPlatformVolume({ owner, ...changes });
  const volumes = [
    of('group:default/a'),
    of('group:default/a'),
    of('group:default/b', { protection: 'unknown' }),
    of('group:default/c', { protection: 'none' }),
    testPlatformVolume({ owner: undefined, protection: 'none' }),
    testPlatformVolume({ owner: undefined, protection: 'none' }),
    testPlatformVolume({ owner: undefined, ownerKnown: false }),
  ];
  expect(coverageRows('owner', volumes, []).map(({ name }) => name)).toEqual([
    '(none)',
    'group:default/c',
    'group:default/b',
    'group:default/a',
    '(unknown)',
  ]);
});

it('classes of one name on two clusters are two rows', () => {
  const rows = coverageRows(
    'storage-class',
    [encrypted, { ...encrypted, cluster: 'edge' }, plain],
    [],
  );
  expect(rows.map(({ name, cluster }) => [name, cluster])).toEqual([
    ['ceph-rbd', 'prod'],
    ['ceph-rbd-encrypted', 'edge'],
    ['ceph-rbd-encrypted', 'prod'],
  ]);
});

it('a cluster without a volume has a row, too', () => {
  const rows = coverageRows('cluster', [encrypted], ['prod', 'dark']);
  expect(rows.map(({ name, counts }) => [name, counts.volumes])).toEqual([
    ['prod', 1],
    ['dark', 0],
  ]);
});

it('what has no driver or class is not left out', () => {
  const bare = { ...plain, driver: undefined, storageClass: undefined };
  expect(coverageRows('driver', [bare], [])).toMatchObject([
    { name: '(unknown)' },
  ]);
  expect(coverageRows('storage-class', [bare], [])).toMatchObject([
    { name: '(none)' },
  ]);
});
