import { startSandbox, type Sandbox } from 'sandbox';
import { startFaultProxy, type FaultProxy } from 'testbed';
import { sandboxConfig } from './__testUtils__/sandboxConfig';
import {
  componentOf,
  eventually,
  startPortal,
  type Portal,
} from './__testUtils__/startPortal';
import { volumeEncryptionPlugin } from './plugin';

// What is kept back is kept back without end, so that an answer shows by
// itself that nobody waited for it.
jest.setTimeout(60_000);

const VOLUMES = '/entities/component/default/ledger/volumes';

const tenantSecret = {
  operation: 'tenant-secret',
  cluster: 'sandbox',
  namespace: 'payments',
  kmsId: 'vault-tokens',
};
const storageClass = {
  operation: 'storage-class',
  cluster: 'sandbox',
  name: 'by-token',
  kmsId: 'vault-tokens',
  provisioner: 'rook-ceph.rbd.csi.ceph.com',
  clusterId: 'rook-ceph',
  pool: 'replicapool',
  secretNamespace: 'rook-ceph',
};
const claim = {
  operation: 'claim',
  entityRef: 'component:default/ledger',
  cluster: 'sandbox',
  namespace: 'payments',
  name: 'ledger-more',
  storageClass: 'by-token',
  size: '1Gi',
};

let sandbox: Sandbox;
let portal: Portal | undefined;
let proxy: FaultProxy;

beforeEach(async () => {
  sandbox = await startSandbox({ seed: true });
});
afterEach(async () => {
  await portal?.stop();
  portal = undefined;
  await proxy.stop();
  await sandbox.stop();
});

async function open(config: object) {
  portal = await startPortal({
    plugin: volumeEncryptionPlugin,
    config,
    entities: [componentOf('ledger', 'payments')],
  });
  return portal;
}

it('a slow Vault leaves its key open, and is named', async () => {
  const { clusters, kms } = sandboxConfig(sandbox);
  proxy = await startFaultProxy(kms[0].address);
  await proxy.set({ kind: 'hang' });
  const { get } = await open({
    clusters,
    kms: [{ ...kms[0], address: proxy.url, otherAddresses: [kms[0].address] }],
  });
  const { body } = await eventually(
    () => get(VOLUMES),
    ({ text }) => text.split('"phase":"Bound"').length === 3,
  );
  const [volume] = body.volumes;
  expect(volume.claim).toBe('ledger-data');
  expect(volume.custody).not.toHaveProperty('key');
  expect(volume.remount.verdict).toBe('unknown');
  expect(body.problems).toMatchObject([
    {
      source: 'kms',
      name: 'vault',
      code: 'kms-unreachable',
      message: expect.stringContaining('"vault"'),
    },
  ]);

  await proxy.set();
  const after = await eventually(
    () => get(VOLUMES),
    answer => answer.body.problems.length === 0,
  );
  expect(after.body.problems).toEqual([]);
  expect(after.body.volumes[0].remount.verdict).toBe('ready');
});

it('a slow API server leaves out its own rows only, and is named', async () => {
  const { clusters, kms } = sandboxConfig(sandbox);
  const [cluster] = clusters;
  proxy = await startFaultProxy(cluster.url);
  await proxy.set({ kind: 'hang' });
  const timeout = { seconds: 1 };
  const slow = { ...cluster, name: 'slow', url: proxy.url, timeout };
  const { get } = await open({ clusters: [cluster, slow], kms });
  const clustersOf = ({ body }: Awaited<ReturnType<typeof get>>) =>
    body.volumes.map((volume: { cluster: string }) => volume.cluster);
  const before = await eventually(
    () => get(VOLUMES),
    answer => clustersOf(answer).length === 2,
  );
  expect(clustersOf(before)).toEqual(['sandbox', 'sandbox']);
  expect(before.body.problems).toMatchObject([
    {
      source: 'cluster',
      name: 'slow',
      code: 'cluster-unreachable',
      message: expect.stringContaining('no answer within'),
    },
  ]);

  await proxy.set();
  const after = await eventually(
    () => get(VOLUMES),
    answer => answer.body.problems.length === 0,
  );
  expect(clustersOf(after)).toEqual(['sandbox', 'sandbox', 'slow', 'slow']);
});

it('an API server that turns slow leaves the token Secret open, and is named', async () => {
  const { clusters, kms } = sandboxConfig(sandbox);
  await makeVolume(await open({ clusters, kms }));
  await portal?.stop();
  proxy = await startFaultProxy(clusters[0].url);
  const { get } = await open({
    clusters: [{ ...clusters[0], url: proxy.url }],
    kms,
  });
  await proxy.set({ kind: 'hang' });
  const { body } = await get(`${VOLUMES}/sandbox/payments/${claim.name}`);
  expect(body.remount).toMatchObject({
    verdict: 'unknown',
    reasons: expect.arrayContaining([
      expect.objectContaining({
        code: 'credential-unread',
        message: expect.stringContaining('did not answer in time'),
      }),
    ]),
  });
  const { body: all } = await get(VOLUMES);
  expect(all.problems).toMatchObject([
    {
      source: 'cluster',
      name: 'sandbox',
      code: 'cluster-unreachable',
      message: expect.stringContaining('"sandbox" leaves unanswered'),
    },
  ]);
});

async function makeVolume({ get, post }: Portal) {
  for (const request of [storageClass, tenantSecret, claim]) {
    const { status } = await post('/operations', request);
    expect(status).toBe(200);
  }
  const { body } = await eventually(
    () => get(`${VOLUMES}/sandbox/payments/${claim.name}`),
    answer => answer.body.phase === 'Bound',
  );
  expect(body.phase).toBe('Bound');
}
