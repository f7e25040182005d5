import type { PersistentVolumeClaim } from 'backstage-plugin-volume-encryption-common';
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

it.each([
  ['its own volume are', 'payments/data', 1],
  ["another claim's volume, which it names, are not", 'insurance/data', 0],
])('the events of %s of a claim', (_, holder, count) => {
  const { events } = clusterFacts(claim, snapshotOf(holder));
  expect(events).toMatchObject({ status: 'observed' });
  expect(events).toHaveProperty('value.length', count);
});
