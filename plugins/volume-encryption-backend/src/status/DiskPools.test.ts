import {
  parseObject,
  VolumeEncryptionError,
} from 'backstage-plugin-volume-encryption-common';
import { Systems } from '../systems';
import { DiskPools } from './DiskPools';

const never = new Promise<void>(() => {});
const metadata = { name: 'a', creationTimestamp: '2026-01-01T00:00:00Z' };
const pool = { metadata, status: { encrypted: true } };

/** A cluster that lists these pools, and a volume of the driver there. */
function clusterThat(list: () => unknown[]) {
  const asked = jest.fn(list);
  const reader = {
    list: async <K extends 'DiskPool'>(kind: K) =>
      asked().map(raw => parseObject(kind, raw)),
    get: jest.fn(),
    watch: jest.fn(),
  };
  const writer = { apply: jest.fn(), patch: jest.fn(), delete: jest.fn() };
  const cluster: object = {
    name: 'prod',
    csiNamespace: 'ceph',
    reader,
    writer,
  };
  const systems: Pick<Systems, 'cluster'> = {
    cluster: () => Object(cluster),
  };
  const pools = new DiskPools(systems, () => new Date());
  const read = (driver = 'io.openebs.csi-mayastor') => {
    const volume = parseObject('PersistentVolume', {
      metadata,
      spec: { csi: { driver, volumeHandle: 'h' } },
    });
    return pools.read({ cluster: 'prod', volume, deadline: never });
  };
  return { read, asked };
}

it('lists the pools once for all volumes, and not at all for other drivers', async () => {
  const { read, asked } = clusterThat(() => [pool]);
  expect(await read('ebs.csi.aws.com')).toMatchObject({
    status: 'unknown',
    why: 'not-applicable',
  });
  expect(asked).not.toHaveBeenCalled();
  await Promise.all([read(), read()]);
  expect(await read()).toMatchObject({
    status: 'observed',
    value: [{ kind: 'DiskPool', encrypted: true }],
  });
  expect(asked).toHaveBeenCalledTimes(1);
});

it('finds none where the kind is not installed, and does not know where it is denied', async () => {
  const failing = (code: 'not-found' | 'cluster-denied') =>
    clusterThat(() => {
      throw new VolumeEncryptionError(code, 'no');
    });
  expect(await failing('not-found').read()).toMatchObject({
    status: 'observed',
    value: [],
  });
  expect(await failing('cluster-denied').read()).toMatchObject({
    status: 'unknown',
    why: 'denied',
  });
});
