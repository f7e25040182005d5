import { observed, unknown } from 'backstage-plugin-volume-encryption-common';
import { metaOf } from '../__testUtils__/objects';
import { workloadOf } from '../__testUtils__/workloads';
import { emptySnapshot } from './ClusterSnapshot';
import { reduceSnapshot } from './reduceSnapshot';
import { all } from './Table';
import { withWorkloads } from './withWorkloads';

const empty = emptySnapshot({ name: 'prod', csiNamespace: 'rook-ceph' });
const seen = observed(
  [workloadOf('DaemonSet', 'rook-ceph/rbdplugin', 'a')],
  'then',
);
const { snapshot: before } = withWorkloads(empty, seen);

it('touches every claim when Ceph CSI reads something else', () => {
  const other = [workloadOf('DaemonSet', 'rook-ceph/rbdplugin', 'b')];
  const { snapshot, touched } = withWorkloads(before, observed(other, 'now'));
  expect(touched).toBe('all');
  expect(snapshot.workloads).toHaveProperty('value', other);
});

it('touches none when nothing changed but the time', () => {
  const same = [workloadOf('DaemonSet', 'rook-ceph/rbdplugin', 'a')];
  same[0].meta.resourceVersion = '2';
  const { snapshot, touched } = withWorkloads(before, observed(same, 'now'));
  expect(touched).toEqual(new Set());
  expect(snapshot.workloads).toHaveProperty('at', 'now');
});

it('keeps what was seen while the cluster cannot be asked', () => {
  const { snapshot } = withWorkloads(before, unknown('unreachable', 'Gone.'));
  expect(snapshot.workloads).toEqual(seen);
});

it.each([
  ['the cluster refuses', before, unknown('denied', 'No right.')],
  ['nothing was ever seen', empty, unknown('unreachable', 'Gone.')],
])('knows nothing when %s', (_, snapshot, told) => {
  const change = withWorkloads(snapshot, told);
  expect(change).toMatchObject({
    snapshot: { workloads: told },
    touched: 'all',
  });
});

it('lets a mounted ConfigMap be kept, whatever its name and content', () => {
  const configMap = (name: string) => ({
    kind: 'ConfigMap' as const,
    meta: metaOf(`rook-ceph/${name}`),
    data: { 'config.json': '{}' },
  });
  const { snapshot } = reduceSnapshot(before, {
    kind: 'ConfigMap',
    event: { type: 'replaced', objects: [configMap('a'), configMap('b')] },
    at: 'now',
  });
  expect(all(snapshot.tables.ConfigMap).map(it => it.meta.name)).toEqual(['a']);
});
