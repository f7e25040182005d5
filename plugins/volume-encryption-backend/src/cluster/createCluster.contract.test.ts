import { startSandbox, type Sandbox } from 'sandbox';
import {
  createPortalIdentity,
  describeOnTestbed,
  kubernetesApi,
  serviceAccountToken,
} from 'testbed';
import {
  clusterAs,
  configFor,
  type ClusterUnderTest,
} from './__testUtils__/ClusterUnderTest';
import { describeBookmarks } from './__testUtils__/describeBookmarks';
import { describeBrokenWatch } from './__testUtils__/describeBrokenWatch';
import { describeChanges } from './__testUtils__/describeChanges';
import { describeConnections } from './__testUtils__/describeConnections';
import { describeDeletion } from './__testUtils__/describeDeletion';
import { describeFinalizers } from './__testUtils__/describeFinalizers';
import { describeOwnership } from './__testUtils__/describeOwnership';
import { describePages } from './__testUtils__/describePages';
import { describePatch } from './__testUtils__/describePatch';
import { describeReader } from './__testUtils__/describeReader';
import { describeRefusals } from './__testUtils__/describeRefusals';
import { describeRights } from './__testUtils__/describeRights';
import { describeServerTls } from './__testUtils__/describeServerTls';
import { describeTerminatingNamespace } from './__testUtils__/describeTerminatingNamespace';
import { describeTokenRequest } from './__testUtils__/describeTokenRequest';
import { describeWatch } from './__testUtils__/describeWatch';
import { describeWorkloads } from './__testUtils__/describeWorkloads';
import { describeWriter } from './__testUtils__/describeWriter';
import { createCluster } from './createCluster';

// The first test waits for the client to be loaded, some seconds of a busy machine.
jest.setTimeout(60_000);

/** What the sandbox plays, too. */
const everywhere = [
  describeReader,
  describeRefusals,
  describeWriter,
  describeOwnership,
  describeFinalizers,
  describeDeletion,
  describeRights,
  describeTokenRequest,
  describeWatch,
  describeChanges,
  describeBrokenWatch,
];

/** What the sandbox refuses with 501, or has no time for. */
const onRealServers = [
  describeWorkloads,
  describePatch,
  describePages,
  describeBookmarks,
  describeTerminatingNamespace,
  describeServerTls,
  describeConnections,
];

describe('a cluster, in the sandbox', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.stop());

  const cluster = () => {
    const { url, tokens } = sandbox.kubernetes;
    const { admin, portal, denied } = tokens;
    return { url, tokens: { admin, portal, denied } };
  };
  for (const describeIt of everywhere) describeIt(cluster);
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
  for (const describeIt of everywhere) describeIt(cluster);
  for (const describeIt of onRealServers) describeIt(cluster);

  it('reads events of which one is about nothing', async () => {
    const events = '/api/v1/namespaces/default/events';
    const metadata = { generateName: 'about-nothing-' };
    const event = { metadata, involvedObject: {}, reason: 'AboutNothing' };
    const api = kubernetesApi(testbed().kubernetes);
    await api.demand({ method: 'POST', path: events, body: event });
    const { reader } = clusterAs(cluster(), 'portal');
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
