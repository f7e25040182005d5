import {
  parseObject,
  VolumeEncryptionError,
  type ObjectKind,
} from 'backstage-plugin-volume-encryption-common';
import { Systems } from '../systems';
import { SnapshotClasses } from './SnapshotClasses';

const never = new Promise<void>(() => {});

function classesWhere(list: () => unknown[]) {
  const asked = jest.fn();
  const reader = {
    list: async <K extends ObjectKind>(kind: K) => {
      asked(kind);
      return list().map(raw => parseObject(kind, raw));
    },
    get: jest.fn(),
    watch: jest.fn(),
  };
  const writer = { apply: jest.fn(), patch: jest.fn(), delete: jest.fn() };
  const clusters = [
    { name: 'prod', csiNamespace: 'rook-ceph', reader, writer },
  ];
  const systems = new Systems({ clusters, kms: [] });
  const classes = new SnapshotClasses(systems, () => new Date());
  return { read: () => classes.read('prod', never), asked };
}

const failing = (code: 'not-found' | 'cluster-denied') => () => {
  throw new VolumeEncryptionError(code, 'No.');
};

it('are listed once for all volumes of a cluster', async () => {
  const metadata = { name: 'rbd', creationTimestamp: '2026-01-01T00:00:00Z' };
  const { read, asked } = classesWhere(() => [
    { metadata, driver: 'rbd.csi.ceph.com', deletionPolicy: 'Delete' },
  ]);
  await read();
  expect(await read()).toMatchObject({
    status: 'observed',
    value: [{ driver: 'rbd.csi.ceph.com' }],
  });
  expect(asked.mock.calls).toEqual([['VolumeSnapshotClass']]);
});

it('are known not to be there where the kind is not installed', async () => {
  const { read } = classesWhere(failing('not-found'));
  expect(await read()).toMatchObject({ status: 'observed', value: undefined });
});

it('are unknown where the portal may not list them', async () => {
  const { read } = classesWhere(failing('cluster-denied'));
  expect(await read()).toMatchObject({ status: 'unknown', why: 'denied' });
});
