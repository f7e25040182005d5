import {
  parseObject,
  VolumeEncryptionError,
  type ObjectKind,
} from 'backstage-plugin-volume-encryption-common';
import { Systems } from '../systems';
import { CephClusters } from './CephClusters';

const never = new Promise<void>(() => {});
const inNamespace = (namespace: string, name = 'ceph') => ({
  metadata: { name, namespace, creationTimestamp: '2026-01-01T00:00:00Z' },
});

/** A cluster that lists these of each kind, and a volume of the driver there. */
function clusterThat(list: (kind: ObjectKind) => unknown[]) {
  const asked = jest.fn();
  const reader = {
    list: async <K extends ObjectKind>(kind: K) => {
      asked(kind);
      return list(kind).map(raw => parseObject(kind, raw));
    },
    get: jest.fn(),
    watch: jest.fn(),
  };
  const writer = { apply: jest.fn(), patch: jest.fn(), delete: jest.fn() };
  const systems = new Systems({
    clusters: [{ name: 'prod', csiNamespace: 'rook-ceph', reader, writer }],
    kms: [],
  });
  const below = new CephClusters(systems, () => new Date());
  const read = (driver = 'rook-ceph.rbd.csi.ceph.com') => {
    const volumeAttributes = { clusterID: 'rook-ceph' };
    const volume = parseObject('PersistentVolume', {
      ...inNamespace('', 'pvc-1'),
      spec: { csi: { driver, volumeHandle: 'h', volumeAttributes } },
    });
    return below.read({ cluster: 'prod', volume, deadline: never });
  };
  return { read, asked };
}

it('finds those of the namespace that the volume names', async () => {
  const { read } = clusterThat(() => [
    inNamespace('other'),
    inNamespace('rook-ceph'),
  ]);
  const meta = { namespace: 'rook-ceph' };
  expect(await read()).toMatchObject({
    cephCluster: { value: { kind: 'CephCluster', meta } },
    storageCluster: { value: { kind: 'StorageCluster', meta } },
  });
});

it('does not choose between two', async () => {
  const { read } = clusterThat(() => [
    inNamespace('rook-ceph'),
    inNamespace('rook-ceph', 'second'),
  ]);
  expect(await read()).toMatchObject({ cephCluster: { status: 'unknown' } });
});

it('asks once for all volumes, and not at all for other drivers', async () => {
  const { read, asked } = clusterThat(() => []);
  expect(await read('ebs.csi.aws.com')).toMatchObject({
    cephCluster: { status: 'unknown', why: 'not-applicable' },
  });
  expect(asked).not.toHaveBeenCalled();
  await Promise.all([read(), read()]);
  expect(asked.mock.calls).toEqual([['CephCluster'], ['StorageCluster']]);
});

it.each([
  ['not-found', { status: 'observed', value: undefined }],
  ['cluster-denied', { status: 'unknown', why: 'denied' }],
] as const)('tells a kind that is %s', async (code, fact) => {
  const { read } = clusterThat(kind => {
    if (kind === 'StorageCluster') return [inNamespace('rook-ceph')];
    throw new VolumeEncryptionError(code, 'No.');
  });
  expect(await read()).toMatchObject({
    cephCluster: fact,
    storageCluster: { status: 'observed', value: { kind: 'StorageCluster' } },
  });
});
