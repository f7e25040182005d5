import { VolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';
import type { Cluster } from 'backstage-plugin-volume-encryption-node';
import { mockServices } from '@backstage/backend-test-utils';
import { metaOf } from '../__testUtils__/objects';
import { workloadOf } from '../__testUtils__/workloads';
import { pause } from '../network/pause';
import { followWorkloads } from './followWorkloads';
import { VolumeIndex } from './VolumeIndex';

jest.mock('../network/pause', () => {
  const { pause: real } = jest.requireActual('../network/pause');
  return { pause: jest.fn(real) };
});

const DEPLOYMENT = workloadOf('Deployment', 'rook-ceph/csi-rbdplugin');
const connections = {
  kind: 'ConfigMap',
  meta: metaOf('rook-ceph/csi-kms-connection-details'),
  data: {},
};

/** What an index knows once a cluster has told its ConfigMaps. */
async function known(list: Cluster['reader']['list']) {
  const asked: string[] = [];
  const watch: Cluster['reader']['watch'] = async function* tell(kind, given) {
    asked.push(kind);
    const objects = kind === 'ConfigMap' ? [connections] : [];
    yield JSON.parse(JSON.stringify({ type: 'replaced', objects }));
    await new Promise(resolve => {
      given.signal.addEventListener('abort', resolve);
    });
  };
  const listing: Cluster['reader']['list'] = async (...given) => {
    asked.push(`list ${given[0]} in ${given[1].namespace}`);
    return list(...given);
  };
  const reader = { list: listing, get: jest.fn(), watch };
  const writer = { apply: jest.fn(), patch: jest.fn(), delete: jest.fn() };
  const cluster = { name: 'prod', csiNamespace: 'rook-ceph', reader, writer };
  const logger = mockServices.logger.mock();
  const index = new VolumeIndex({ clusters: [cluster], logger });
  const stop = new AbortController();
  const following = index.follow(stop.signal);
  const state = () => index.snapshot('prod').tables.ConfigMap.state;
  while (state() !== 'synced') await new Promise(setImmediate);
  stop.abort();
  await following;
  return { asked, workloads: index.snapshot('prod').workloads };
}

const listOf =
  (objects: unknown[]): Cluster['reader']['list'] =>
  async kind =>
    JSON.parse(JSON.stringify(kind === 'Deployment' ? objects : []));

it('looks what runs Ceph CSI before ConfigMaps are read', async () => {
  const operator = { ...DEPLOYMENT, meta: metaOf('rook-ceph/operator') };
  const others = { ...operator, images: ['rook/ceph'] };
  const { asked, workloads } = await known(listOf([DEPLOYMENT, others]));
  expect(workloads).toMatchObject({ status: 'observed', value: [DEPLOYMENT] });
  const inNamespace = asked.filter(it => it.startsWith('list'));
  expect(inNamespace).toEqual([
    'list Deployment in rook-ceph',
    'list DaemonSet in rook-ceph',
  ]);
  expect(asked.indexOf('ConfigMap')).toBeGreaterThan(
    asked.indexOf(inNamespace[1]),
  );
});

it.each([
  ['cluster-denied', 'denied'],
  ['timeout', 'unreachable'],
] as const)('goes on without it after %s', async (code, why) => {
  const { workloads } = await known(async () => {
    throw new VolumeEncryptionError(code, 'In our words.');
  });
  expect(workloads).toEqual({
    status: 'unknown',
    why,
    detail: 'In our words.',
  });
});

it('tells nothing of an error that is not ours', async () => {
  const { workloads } = await known(async () => {
    throw new Error('s.secret');
  });
  expect(workloads).toMatchObject({ status: 'unknown', why: 'failed' });
  expect(JSON.stringify(workloads)).not.toContain('secret');
});

it.each([
  ['cluster-denied', 60_000],
  ['timeout', 5_000],
] as const)('asks again after %s in %d ms', async (code, waitMs) => {
  const error = new VolumeEncryptionError(code, 'In our words.');
  const list = jest.fn().mockRejectedValue(error);
  const reader = { list, get: jest.fn(), watch: jest.fn() };
  const writer = { apply: jest.fn(), patch: jest.fn(), delete: jest.fn() };
  const cluster = { name: 'prod', csiNamespace: 'rook-ceph', reader, writer };
  const { signal } = new AbortController();
  const logger = mockServices.logger.mock();
  const parts = { now: () => new Date(), logger, signal };
  jest.mocked(pause).mockResolvedValueOnce();
  const told = followWorkloads(cluster, parts)[Symbol.asyncIterator]();
  await told.next();
  await told.next();
  expect(pause).toHaveBeenLastCalledWith(waitMs, signal);
});
