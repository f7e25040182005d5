import type {
  PersistentVolume,
  PersistentVolumeClaim,
} from 'backstage-plugin-volume-encryption-common';
import { claimOf, eventOf, volumeOf } from '../__testUtils__/objects';
import {
  emptySnapshot,
  reduceSnapshot,
  type ClusterSnapshot,
} from '../volumeIndex';
import { clusterFacts } from './clusterFacts';

const at = '2026-01-01T00:00:00Z';
const empty = emptySnapshot({ name: 'prod', csiNamespace: 'rook-ceph' });
const about = { kind: 'PersistentVolume', namespace: '', name: 'pv-1' };

function snapshotOf(holder: string): ClusterSnapshot {
  const volumes = [volumeOf('pv-1', holder)];
  const { snapshot } = reduceSnapshot(empty, {
    kind: 'PersistentVolume',
    event: { type: 'replaced', objects: volumes },
    at,
  });
  return reduceSnapshot(snapshot, {
    kind: 'Event',
    event: { type: 'replaced', objects: [eventOf('default/e-1', about)] },
    at,
  }).snapshot;
}

const claim: PersistentVolumeClaim = {
  ...claimOf('payments/data'),
  volumeName: 'pv-1',
};

describe('how many volumes name the Secret of its passphrase', () => {
  const secret = { name: 'luks', namespace: 'storage' };
  const csiOf = (driver: string, named: object = {}) => ({
    driver,
    volumeHandle: 'h',
    attributes: {},
    ...named,
  });
  const countAmong = (...all: PersistentVolume['csi'][]) => {
    const objects = all.map((csi, n) => ({
      ...volumeOf(`pv-${n + 1}`, n ? 'other/data' : 'payments/data'),
      csi,
    }));
    const { snapshot } = reduceSnapshot(empty, {
      kind: 'PersistentVolume',
      event: { type: 'replaced', objects },
      at,
    });
    return clusterFacts(claim, snapshot).volumesOfSecret;
  };

  it.each([
    [
      'driver.longhorn.io',
      { nodeStageSecret: secret, nodePublishSecret: secret },
    ],
    ['csi.trident.netapp.io', { nodeStageSecret: secret }],
    ['csi.scaleway.com', { nodeStageSecret: secret }],
    [
      'csi.hpe.com',
      {
        nodeStageSecret: { name: 'backend', namespace: 'hpe-storage' },
        attributes: {
          hostEncryptionSecretName: 'luks',
          hostEncryptionSecretNamespace: 'storage',
        },
      },
    ],
  ])('is counted for %s', (driver, named) => {
    const own = csiOf(driver, named);
    const elsewhere = { nodeStageSecret: { ...secret, namespace: 'other' } };
    expect(countAmong(own, own, csiOf(driver, elsewhere), undefined)).toBe(2);
    expect(countAmong(own)).toBe(1);
  });

  it('is not known where it names none, or volumes were not listed', () => {
    expect(countAmong(csiOf('ebs.csi.aws.com'))).toBeUndefined();
    expect(clusterFacts(claim, empty).volumesOfSecret).toBeUndefined();
  });
});

it.each([
  ['its own volume are', 'payments/data', 1],
  ["another claim's volume, which it names, are not", 'insurance/data', 0],
])('the events of %s of a claim', (_, holder, count) => {
  const { events } = clusterFacts(claim, snapshotOf(holder));
  expect(events).toMatchObject({ status: 'observed' });
  expect(events).toHaveProperty('value.length', count);
});
