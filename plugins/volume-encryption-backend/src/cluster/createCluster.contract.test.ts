import { startSandbox, type Sandbox } from 'sandbox';
import {
  createPortalIdentity,
  describeOnTestbed,
  kubernetesApi,
  serviceAccountToken,
} from 'testbed';
import { administrate } from './__testUtils__/administrate';
import {
  configFor,
  type ClusterUnderTest,
} from './__testUtils__/ClusterUnderTest';
import { createCluster } from './createCluster';
import { describeReader } from './__testUtils__/describeReader';
import { describeWatch } from './__testUtils__/describeWatch';
import { describeWriter } from './__testUtils__/describeWriter';

// The first test waits for the client to be loaded, some seconds of a busy machine.
jest.setTimeout(60_000);

function describeCluster(cluster: () => ClusterUnderTest): void {
  describeReader(cluster);
  describeWriter(cluster);
  describeWatch(cluster);
}

describe('a cluster, in the sandbox', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.stop());

  describeCluster(() => {
    const { url, tokens } = sandbox.kubernetes;
    const { admin, portal, denied } = tokens;
    return { url, tokens: { admin, portal, denied } };
  });
});

describeOnTestbed('a cluster, on real servers', testbed => {
  let tokens: ClusterUnderTest['tokens'];
  beforeAll(async () => {
    const { kubernetes } = testbed();
    const { kubernetesToken } = await createPortalIdentity(testbed());
    const nobody = { namespace: 'default', name: 'default' };
    tokens = {
      admin: kubernetes.adminToken,
      portal: kubernetesToken,
      denied: await serviceAccountToken(kubernetesApi(kubernetes), nobody),
    };
  });

  const cluster = () => {
    const { url, caFile } = testbed().kubernetes;
    return { url, caFile, tokens };
  };
  describeCluster(cluster);

  // The sandbox plays no pages.
  it('reads more objects than a page has', async () => {
    const admin = await administrate(cluster());
    const names = Array.from({ length: 501 }, (_, i) => `config-map-${i}`);
    for (const name of names) {
      await admin.create('configmaps', { metadata: { name } });
    }
    const { reader } = createCluster(configFor(cluster(), tokens.portal));
    const { namespace } = admin;
    const found = await reader.list('ConfigMap', { namespace });
    const seen = found.map(it => it.meta.name);
    expect(seen).toEqual(expect.arrayContaining(names));
  });

  it('reads events of which one is about nothing', async () => {
    const events = '/api/v1/namespaces/default/events';
    const metadata = { generateName: 'about-nothing-' };
    const event = { metadata, involvedObject: {}, reason: 'AboutNothing' };
    const api = kubernetesApi(testbed().kubernetes);
    await api.demand({ method: 'POST', path: events, body: event });
    const { reader } = createCluster(configFor(cluster(), tokens.portal));
    const found = await reader.list('Event', {});
    expect(found.map(({ reason }) => reason)).toContain('AboutNothing');
  });

  it('is reached by a kubeconfig', async () => {
    const { reader } = createCluster({
      ...configFor(cluster(), ''),
      connection: { kind: 'kubeconfig', file: testbed().kubeconfig },
    });
    const namespaces = await reader.list('Namespace', {});
    expect(namespaces.map(it => it.meta.name)).toContain('kube-system');
  });
});
