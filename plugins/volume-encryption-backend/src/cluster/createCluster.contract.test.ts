import { startSandbox, type Sandbox } from 'sandbox';
import {
  createPortalIdentity,
  describeOnTestbed,
  kubernetesApi,
  serviceAccountToken,
} from 'testbed';
import type { ClusterUnderTest } from './__testUtils__/ClusterUnderTest';
import { describeReader } from './__testUtils__/describeReader';
import { describeWatch } from './__testUtils__/describeWatch';
import { describeWriter } from './__testUtils__/describeWriter';

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

  describeCluster(() => {
    const { url, caFile } = testbed().kubernetes;
    return { url, caFile, tokens };
  });
});
