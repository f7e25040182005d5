import {
  observed,
  unknown,
  VolumeEncryptionError,
  type CephCsiWorkload,
} from 'backstage-plugin-volume-encryption-common';
import { metaOf } from '../__testUtils__/objects';
import { workloadOf } from '../__testUtils__/workloads';
import { emptySnapshot, reduceSnapshot } from '../volumeIndex';
import {
  connectionProblemsOf,
  malformedProblems,
} from './connectionProblemsOf';
import { connectionsOf, likelyConnections } from './connectionsOf';
import { clusterProblems } from './problems';

const DETAILS = 'csi-kms-connection-details';
const FILE = 'rook-ceph-csi-kms-config';
const RBD = 'rook-ceph.rbd.csi.ceph.com';
const CEPHFS = 'rook-ceph.cephfs.csi.ceph.com';

function snapshotOf(
  workloads: CephCsiWorkload[],
  maps: Record<string, Record<string, string>>,
) {
  const empty = emptySnapshot({ name: 'prod', csiNamespace: 'rook-ceph' });
  const objects = Object.entries(maps).map(([name, data]) => ({
    kind: 'ConfigMap' as const,
    meta: metaOf(`rook-ceph/${name}`),
    data,
  }));
  return reduceSnapshot(
    { ...empty, workloads: observed(workloads, 'now') },
    { kind: 'ConfigMap', event: { type: 'replaced', objects }, at: 'now' },
  ).snapshot;
}

const node = (mounted?: string) =>
  workloadOf('DaemonSet', 'rook-ceph/csi-rbdplugin', mounted);
const controller = (mounted?: string) =>
  workloadOf('Deployment', 'rook-ceph/csi-rbdplugin-provisioner', mounted);
const cephfs = (mounted?: string) =>
  workloadOf('Deployment', 'rook-ceph/csi-cephfsplugin-provisioner', mounted);
const both = { [DETAILS]: { a: '{}' }, [FILE]: { 'config.json': '{"b":{}}' } };

function dataOf(...given: Parameters<typeof connectionsOf>) {
  const connections = connectionsOf(...given);
  return connections.status === 'observed'
    ? connections.value?.data
    : undefined;
}

it.each([
  ['the API', [node(), controller()], both[DETAILS]],
  ['a mounted file', [node(FILE), controller(FILE)], both[FILE]],
  ['its default, where none is seen', [], both[DETAILS]],
])('is what Ceph CSI reads from %s', (_, workloads, data) => {
  const snapshot = snapshotOf(workloads, both);
  expect(dataOf(snapshot)).toEqual(data);
  expect(dataOf(snapshot, RBD)).toEqual(data);
});

it('is what the driver in question reads', () => {
  const snapshot = snapshotOf([node(), controller(), cephfs(FILE)], both);
  expect(dataOf(snapshot, RBD)).toEqual(both[DETAILS]);
  expect(dataOf(snapshot, CEPHFS)).toEqual(both[FILE]);
});

it('is unknown for a driver whose pods differ, and a problem of the cluster', () => {
  const snapshot = snapshotOf([node(FILE), controller()], both);
  expect(connectionsOf(snapshot, RBD)).toMatchObject({
    status: 'unknown',
    detail: expect.stringContaining('DaemonSet csi-rbdplugin reads'),
  });
  expect(connectionProblemsOf(snapshot)).toMatchObject([
    { source: 'cluster', name: 'prod', code: 'source-differs' },
  ]);
});

it('is unknown where the pods could not be looked at, though one is likely', () => {
  const denied = unknown('denied', 'No right on Deployments.');
  const snapshot = { ...snapshotOf([], both), workloads: denied };
  for (const driver of [undefined, RBD]) {
    expect(connectionsOf(snapshot, driver)).toMatchObject({
      status: 'unknown',
      why: 'denied',
      detail: expect.stringContaining('No right on Deployments.'),
    });
  }
  expect(likelyConnections(snapshot)).toMatchObject({
    value: { data: both[DETAILS] },
  });
  expect(malformedProblems(snapshot)).toEqual([]);
  expect(connectionProblemsOf(snapshot)).toMatchObject([
    {
      ...{ source: 'cluster', name: 'prod', code: 'source-unknown' },
      message: expect.stringContaining('No right on Deployments.'),
    },
  ]);
});

it('leaves it to the cluster to tell that ConfigMaps are denied', () => {
  const error = new VolumeEncryptionError(
    'cluster-denied',
    'No right on ConfigMaps.',
  );
  const snapshot = reduceSnapshot(snapshotOf([], both), {
    kind: 'ConfigMap',
    event: { type: 'failed', error },
    at: 'now',
  }).snapshot;
  expect(connectionProblemsOf(snapshot)).toEqual([]);
  expect(clusterProblems(snapshot, ['ConfigMap'])).toMatchObject([
    { code: 'cluster-denied', message: 'No right on ConfigMaps.' },
  ]);
});

it('is as old as what is known of the pods', () => {
  const at = '2026-01-01T00:00:00Z';
  const later = '2026-01-01T01:00:00Z';
  const snapshot = snapshotOf([node()], both);
  const { ConfigMap } = snapshot.tables;
  const seenLater = {
    ...snapshot,
    workloads: observed([node()], at),
    tables: {
      ...snapshot.tables,
      ConfigMap: { ...ConfigMap, observedAt: later },
    },
  };
  expect(connectionsOf(seenLater, RBD)).toMatchObject({ at });
});

it('tells of an entry that blocks everybody, of the ConfigMap in force', () => {
  const maps = { [DETAILS]: { bad: '{' }, [FILE]: { 'config.json': '{}' } };
  expect(malformedProblems(snapshotOf([node(FILE)], maps))).toEqual([]);
  expect(malformedProblems(snapshotOf([node()], maps))).toMatchObject([
    {
      code: 'connections-malformed',
      message: expect.stringContaining('"bad"'),
    },
  ]);
});
