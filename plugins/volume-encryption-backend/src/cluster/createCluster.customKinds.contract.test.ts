import {
  createPortalIdentity,
  describeOnOwnTestbed,
  installCrds,
  kubernetesApi,
  serviceAccountToken,
} from 'testbed';
import type { ClusterUnderTest } from './__testUtils__/ClusterUnderTest';
import {
  describeCustomKinds,
  describeMissingKinds,
} from './__testUtils__/describeCustomKinds';
import { describeVendorKinds } from './__testUtils__/describeVendorKinds';

// The first test waits for the client to be loaded, some seconds of a busy machine.
jest.setTimeout(60_000);

/** On our own servers only: a real cluster's CRDs are not to be replaced. */
describeOnOwnTestbed('a cluster and its CRDs', testbed => {
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

  describe('before they are there', () => {
    describeMissingKinds(cluster);
  });

  describe('when they are there', () => {
    beforeAll(async () => {
      await installCrds(testbed(), 'csi-addons.yaml');
      await installCrds(testbed(), 'snapshots.yaml');
      await installCrds(testbed(), 'storage-vendors.yaml');
    });
    describeCustomKinds(cluster);
    describeVendorKinds(cluster);
  });
});
