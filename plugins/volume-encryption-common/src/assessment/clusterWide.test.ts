import { parseObject } from '../kubernetes/parseObject';
import { testVolume } from '../kubernetes/testObjects';
import { unknown } from '../observation/observed';
import { assessVolume } from './assessVolume';
import { seen, testFacts } from './testFacts';

const metadata = {
  name: 'ceph',
  namespace: 'rook-ceph',
  creationTimestamp: '2026-01-01T00:00:00Z',
};
const ceph = (spec: object) => parseObject('CephCluster', { metadata, spec });
const odf = (spec: object) => parseObject('StorageCluster', { metadata, spec });
const sets = (...flags: unknown[]) => ({
  storageClassDeviceSets: flags.map((encrypted, n) => ({
    name: `set${n}`,
    encrypted,
  })),
});
const disks = (encryptedDevice: unknown, rest: object = {}) => ({
  useAllNodes: true,
  config: { encryptedDevice },
  ...rest,
});

/** The answer on a volume of Ceph CSI above these objects. */
function answerOf(cephSpec?: object, odfSpec?: object) {
  return assessVolume(
    testFacts({
      below: {
        cephCluster: seen(cephSpec && ceph(cephSpec)),
        storageCluster: seen(odfSpec && odf(odfSpec)),
        diskPools: seen([]),
      },
    }),
  ).clusterWide;
}

it.each<[string, object, string]>([
  ['all device sets', sets(true, true), 'asked'],
  ['some device sets', sets(true, false), 'partly'],
  ['one that does not say so', sets(true, undefined), 'partly'],
  ['no device set', sets(false, undefined), 'not-asked'],
  ['a damaged device set', sets(true, 'true'), 'unknown'],
  ['all disks of nodes', disks('true'), 'asked'],
  ['no disks of nodes', disks('false'), 'not-asked'],
  ['disks in another spelling', disks('True'), 'not-asked'],
  ['damaged disks', disks(true), 'unknown'],
  [
    'sets, and not the disks of nodes',
    { ...sets(true), useAllNodes: true },
    'partly',
  ],
  [
    'nodes of which one has a setting of its own',
    disks('true', {
      useAllNodes: false,
      nodes: [
        { name: 'a' },
        { name: 'b', config: { encryptedDevice: 'false' } },
      ],
    }),
    'partly',
  ],
  [
    'a device that has a setting of its own',
    disks('false', {
      useAllNodes: false,
      nodes: [
        { name: 'a', devices: [{ config: { encryptedDevice: 'true' } }] },
      ],
    }),
    'asked',
  ],
  ['nothing that is there', {}, 'unknown'],
])('Rook, asked for encryption of %s', (_, storage, answer) => {
  expect(answerOf({ storage }).answer).toBe(answer);
});

it.each<[object, string]>([
  [
    { encryption: { clusterWide: true }, storageDeviceSets: [{ name: 'a' }] },
    'asked',
  ],
  [
    { encryption: { enable: true }, storageDeviceSets: [{ name: 'a' }] },
    'asked',
  ],
  [
    {
      encryption: { clusterWide: true },
      storageDeviceSets: [{ name: 'a' }, { name: 'b', encrypted: false }],
    },
    'partly',
  ],
  [{ storageDeviceSets: [{ name: 'a' }] }, 'not-asked'],
  [
    { encryption: { clusterWide: 'true' }, storageDeviceSets: [{ name: 'a' }] },
    'unknown',
  ],
  [{ encryption: { clusterWide: true } }, 'unknown'],
  [
    { encryption: { clusterWide: true }, externalStorage: { enable: true } },
    'unknown',
  ],
])('OpenShift Data Foundation, asked for %j', (spec, answer) => {
  expect(answerOf(undefined, spec).answer).toBe(answer);
});

it('is not known where the two ask for different things, or Ceph is elsewhere', () => {
  const plain = { storage: sets(false) };
  const asked = {
    encryption: { clusterWide: true },
    storageDeviceSets: [{ name: 'a' }],
  };
  expect(answerOf(plain, asked).answer).toBe('unknown');
  expect(answerOf({ storage: sets(true) }, asked).answer).toBe('asked');
  const external = { external: { enable: true }, storage: sets(true) };
  expect(answerOf(external).answer).toBe('unknown');
  expect(answerOf().reasons[0].message).toContain('"rook-ceph"');
});

it('says where the keys are, and nothing of how a KMS is reached', () => {
  const security = {
    kms: {
      connectionDetails: { KMS_PROVIDER: 'vault', VAULT_TOKEN: 'canary' },
    },
  };
  const { reasons } = answerOf({ storage: sets(true), security });
  expect(reasons[0].message).toContain('in a KMS');
  expect(JSON.stringify(ceph({ storage: sets(true), security }))).not.toMatch(
    /canary|vault/,
  );
});

it('is not known, with the right that is missing, where it may not be read', () => {
  const denied = unknown('denied', 'RBAC forbids it.');
  const below = {
    cephCluster: denied,
    storageCluster: denied,
    diskPools: denied,
  };
  const { clusterWide } = assessVolume(testFacts({ below }));
  expect(clusterWide).toMatchObject({
    answer: 'unknown',
    reasons: [
      { message: expect.stringContaining('cephclusters.ceph.rook.io') },
    ],
  });
});

it('asks for no right where the cluster has no such thing to read', () => {
  const absent = unknown('failed', 'It serves no such thing (HTTP 501).');
  const below = {
    cephCluster: absent,
    storageCluster: absent,
    diskPools: absent,
  };
  const [{ message }] = assessVolume(testFacts({ below })).clusterWide.reasons;
  expect(message).toContain('serves no such thing');
  expect(message).not.toContain('must be allowed');
});

it.each([
  ['driver.longhorn.io', /disks of nodes/],
  ['ebs.csi.aws.com', /Who runs the storage/],
  ['new.example', /is not known/],
])('is not known of %s', (driver, says) => {
  const csi = { driver, volumeHandle: 'h', attributes: {} };
  const volume = seen({ ...testVolume(), csi });
  expect(assessVolume(testFacts({ volume })).clusterWide).toMatchObject({
    answer: 'unknown',
    reasons: [{ message: expect.stringMatching(says) }],
  });
});

it('never becomes part of the answer on the volume', () => {
  const volume = seen(testVolume({ encrypted: undefined }));
  const below = {
    cephCluster: seen(ceph({ storage: sets(true) })),
    storageCluster: seen(undefined),
    diskPools: seen([]),
  };
  const { clusterWide, protection, inFlight, custody } = assessVolume(
    testFacts({ volume, below }),
  );
  const without = assessVolume(testFacts({ volume }));
  expect(clusterWide.answer).toBe('asked');
  expect(protection.verdict).toBe('none');
  expect({ protection, inFlight, custody }).toEqual({
    protection: without.protection,
    inFlight: without.inFlight,
    custody: without.custody,
  });
});
