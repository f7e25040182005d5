import { connect, startSandbox, type Sandbox } from 'sandbox';
import { sandboxConfig } from './__testUtils__/sandboxConfig';
import {
  componentOf,
  eventually,
  startPortal,
  type Portal,
} from './__testUtils__/startPortal';
import { volumeEncryptionPlugin } from './plugin';

jest.setTimeout(60_000);

const VOLUMES = '/entities/component/default/ledger/volumes';
const DETAILS =
  '/api/v1/namespaces/rook-ceph/configmaps/csi-kms-connection-details';

let sandbox: Sandbox;
let portal: Portal;

beforeAll(async () => {
  sandbox = await startSandbox({ seed: true });
  portal = await start();
  await eventually(
    () => portal.get(VOLUMES),
    ({ text }) => text.includes('"verdict":"ready"'),
  );
});
afterAll(async () => {
  await portal?.stop();
  await sandbox?.stop();
});

function start(): Promise<Portal> {
  return startPortal({
    plugin: volumeEncryptionPlugin,
    config: sandboxConfig(sandbox),
    entities: [componentOf('ledger', 'payments')],
  });
}

/** A merge patch by the cluster's administrator. */
async function patch(path: string, body: object): Promise<void> {
  const { url, tokens } = sandbox.kubernetes;
  const headers = { authorization: `Bearer ${tokens.admin}` };
  const merge = 'application/merge-patch+json';
  const json = JSON.parse(JSON.stringify(body));
  const answer = await connect({ url, headers })('PATCH', path, json, merge);
  expect(answer).toMatchObject({ status: 200 });
}

const isBlocked = (text: string) => text.includes('connections-malformed');

it('tells where Ceph CSI reads its connections', async () => {
  const [cluster] = (await portal.get('/clusters')).body.items;
  const { status, body } = await portal.get(
    `/clusters/${cluster.name}/kms-source`,
  );
  expect(status).toBe(200);
  expect(body).toMatchObject({
    namespace: 'rook-ceph',
    style: 'config-map',
    configMap: 'csi-kms-connection-details',
    reasons: [],
  });
});

it('tells everybody who waits of an entry that blocks them, until it is gone', async () => {
  const [cluster] = (await portal.get('/clusters')).body.items;
  await patch(DETAILS, { data: { bad: '{' } });
  const { body } = await eventually(
    () => portal.get(VOLUMES),
    ({ text }) => isBlocked(text),
  );
  expect(body.problems).toEqual([
    {
      source: 'cluster',
      name: cluster.name,
      code: 'connections-malformed',
      message: expect.stringContaining('"bad"'),
    },
  ]);
  const remounts = body.volumes.map(
    ({ remount }: { remount: { verdict: string } }) => remount.verdict,
  );
  expect(remounts).toContain('blocked');
  const removal = await portal.post('/operations', {
    operation: 'kms-connection-removal',
    cluster: cluster.name,
    kmsId: 'bad',
  });
  expect(removal.status).toBe(200);
  await eventually(
    () => portal.get(VOLUMES),
    ({ text }) => !isBlocked(text) && text.includes('"verdict":"ready"'),
  );
});

it('gives no green on what a mounted file hides', async () => {
  const name = 'rook-ceph-csi-kms-config';
  const template = {
    spec: {
      containers: [
        {
          name: 'csi-rbdplugin',
          image: 'quay.io/cephcsi/cephcsi:v3.15.0',
          volumeMounts: [
            { name, mountPath: '/etc/ceph-csi-encryption-kms-config/' },
          ],
        },
      ],
      volumes: [{ name, configMap: { name } }],
    },
  };
  const workloads = '/apis/apps/v1/namespaces/rook-ceph';
  for (const path of [
    'deployments/csi-rbdplugin-provisioner',
    'daemonsets/csi-rbdplugin',
  ]) {
    await patch(`${workloads}/${path}`, { spec: { template } });
  }
  const later = await start();
  const { body } = await later.get(VOLUMES);
  expect(body.volumes[0].remount).toMatchObject({ verdict: 'blocked' });
  expect(body.volumes[0].custody).toMatchObject({
    kind: 'unknown',
    reasons: [{ code: 'connection-missing' }],
  });
  await later.stop();
});
