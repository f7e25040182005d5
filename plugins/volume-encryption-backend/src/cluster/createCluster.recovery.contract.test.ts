import {
  createPortalIdentity,
  describeOnOwnTestbed,
  type OwnTestbed,
} from 'testbed';
import type { ClusterUnderTest } from './__testUtils__/ClusterUnderTest';
import { describeCompaction } from './__testUtils__/describeCompaction';
import { describeOutages } from './__testUtils__/describeOutages';

// Servers are started again, and the client is loaded.
jest.setTimeout(120_000);

describeOnOwnTestbed('a cluster that recovers', (testbed: () => OwnTestbed) => {
  let portal: string;
  beforeAll(async () => {
    portal = (await createPortalIdentity(testbed())).kubernetesToken;
  });

  const cluster = (): ClusterUnderTest => {
    const { url, caFile, adminToken: admin } = testbed().kubernetes;
    return { url, caFile, tokens: { admin, portal, denied: '' } };
  };
  describeOutages(cluster, testbed);
  describeCompaction(cluster, testbed);
});
