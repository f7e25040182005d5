import { observed } from 'backstage-plugin-volume-encryption-common';
import { workloadOf } from '../__testUtils__/workloads';
import { emptySnapshot, reduceSnapshot } from '../volumeIndex';
import { KmsSources } from './KmsSources';

const empty = emptySnapshot({ name: 'prod', csiNamespace: 'rook-ceph' });

it('tells what the index knows', async () => {
  const workloads = [workloadOf('DaemonSet', 'rook-ceph/csi-rbdplugin', 'kms')];
  const { snapshot } = reduceSnapshot(
    { ...empty, workloads: observed(workloads, 'now') },
    { kind: 'ConfigMap', event: { type: 'replaced', objects: [] }, at: 'now' },
  );
  const sources = new KmsSources({ index: { snapshot: () => snapshot } });
  expect(await sources.ofCluster('prod')).toEqual({
    cluster: 'prod',
    namespace: 'rook-ceph',
    style: 'mounted-file',
    configMap: 'kms',
    evidence:
      'DaemonSet csi-rbdplugin reads the mounted file config.json of ConfigMap "kms".',
    reasons: [
      expect.objectContaining({
        code: 'source-mount-missing',
        severity: 'error',
      }),
    ],
  });
});

it('is unknown, and said to be, before ConfigMaps were read', async () => {
  const sources = new KmsSources({ index: { snapshot: () => empty } });
  expect(await sources.ofCluster('prod')).toMatchObject({
    style: 'unknown',
    evidence: expect.stringContaining('has not been read yet'),
    reasons: [{ code: 'source-unknown', severity: 'warning' }],
  });
});
