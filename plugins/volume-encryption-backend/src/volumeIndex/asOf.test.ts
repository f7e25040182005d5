import {
  observed,
  VolumeEncryptionError,
} from 'backstage-plugin-volume-encryption-common';
import type { WatchEvent } from 'backstage-plugin-volume-encryption-node';
import { claimOf } from '../__testUtils__/objects';
import { asOf } from './asOf';
import { emptySnapshot } from './ClusterSnapshot';
import { reduceSnapshot } from './reduceSnapshot';

const kind = 'PersistentVolumeClaim';
const listed = { type: 'replaced', objects: [claimOf('a/b')] } as const;
const lost = new VolumeEncryptionError('cluster-unreachable', 'It is gone.');
const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds));

/** The table after a list at second 0 and an event at second 40. */
function tableAt(seconds: number, event: WatchEvent<typeof kind>) {
  const empty = emptySnapshot({ name: 'prod', csiNamespace: 'rook-ceph' });
  const told = { kind, at: at(40).toISOString(), event } as const;
  const { snapshot } = reduceSnapshot(
    reduceSnapshot(empty, {
      kind,
      at: at(0).toISOString(),
      event: { ...listed, objects: [...listed.objects] },
    }).snapshot,
    told,
  );
  return asOf(snapshot, at(seconds)).tables[kind];
}

it.each([
  ['fresh while its watch follows', 'alive', 100, 100],
  ['fresh up to the longest silence', 'alive', 130, 130],
  ['as old as the last sign after that', 'alive', 131, 40],
  ['as old as the last sign when its watch failed', 'failed', 41, 0],
] as const)('a kind is %s', (_, type, seconds, expected) => {
  const event = type === 'alive' ? { type } : { type, error: lost };
  const table = tableAt(seconds, event);
  expect(table.observedAt).toBe(at(expected).toISOString());
  expect(table.objects.size).toBe(1);
});

it('a kind that was never read is not made up', () => {
  const empty = emptySnapshot({ name: 'prod', csiNamespace: 'rook-ceph' });
  expect(asOf(empty, at(0))).toEqual(empty);
});

it.each([
  ['now, for they are asked for each minute', 90, 90],
  ['when they were last told of', 91, 0],
])('the pods of Ceph CSI are known as of %s', (_, seconds, expected) => {
  const empty = emptySnapshot({ name: 'prod', csiNamespace: 'rook-ceph' });
  const workloads = observed([], at(0).toISOString());
  const { workloads: found } = asOf({ ...empty, workloads }, at(seconds));
  expect(found).toHaveProperty('at', at(expected).toISOString());
});
