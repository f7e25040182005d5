import { connect, seedVault, startSandbox, type Sandbox } from 'sandbox';
import {
  createPortalIdentity,
  describeOnOwnTestbed,
  describeOnTestbed,
  setUpTenantCustody,
  wireKubernetesAuth,
  type Testbed,
} from 'testbed';
import { describeClassesAndClaims } from './__testUtils__/describeClassesAndClaims';
import { describeForeignMount } from './__testUtils__/describeForeignMount';
import { describeSealedVault } from './__testUtils__/describeSealedVault';
import { describeTenantSecret } from './__testUtils__/describeTenantSecret';
import { describeTenantServiceAccount } from './__testUtils__/describeTenantServiceAccount';
import {
  clusterName,
  type OperationsUnderTest,
} from './__testUtils__/OperationsUnderTest';
import { prepareCluster } from './__testUtils__/prepareCluster';

function describeOperations(under: () => OperationsUnderTest): void {
  describeTenantServiceAccount(under);
  describeTenantSecret(under);
  describeClassesAndClaims(under);
}

describe('operations, in the sandbox', () => {
  let sandbox: Sandbox;
  let under: OperationsUnderTest;
  beforeAll(async () => {
    sandbox = await startSandbox();
    under = await onSandbox(sandbox);
    await prepareCluster(under);
  });
  afterAll(() => sandbox.stop());

  describeOperations(() => under);
  describeSealedVault(
    () => under,
    () => sealOf(sandbox),
  );
});

describeOnTestbed('operations, on real servers', testbed => {
  let under: OperationsUnderTest;
  beforeAll(async () => {
    under = await onTestbed(testbed());
    await prepareCluster(under);
  });

  describeOperations(() => under);
  describeForeignMount(() => under);
});

describeOnOwnTestbed('operations, on real servers that break', testbed => {
  let under: OperationsUnderTest;
  beforeAll(async () => {
    under = await onTestbed(testbed());
    await prepareCluster(under);
  });

  describeSealedVault(
    () => under,
    () => testbed().controls.vault,
  );
});

async function onSandbox({
  kubernetes,
  vault,
}: Sandbox): Promise<OperationsUnderTest> {
  const { url, tokens } = kubernetes;
  const headers = { 'x-vault-token': vault.rootToken };
  const portalToken = await seedVault(connect({ url: vault.url, headers }), {
    cluster: clusterName,
    kubernetes: { url, reviewerToken: tokens.reviewer },
  });
  return {
    kubernetes: { url, adminToken: tokens.admin, portalToken: tokens.portal },
    vault: { url: vault.url, rootToken: vault.rootToken, portalToken },
  };
}

function sealOf({ vault }: Sandbox) {
  const headers = { 'x-vault-token': vault.rootToken };
  const send = connect({ url: vault.url, headers });
  return {
    seal: async () => {
      await send('PUT', '/v1/sys/seal');
    },
    unseal: async () => {
      for (const key of vault.unsealKeys) {
        await send('PUT', '/v1/sys/unseal', { key });
      }
    },
  };
}

async function onTestbed(testbed: Testbed): Promise<OperationsUnderTest> {
  await wireKubernetesAuth(testbed);
  await setUpTenantCustody(testbed, { cluster: clusterName });
  const identity = await createPortalIdentity(testbed);
  const { url, caFile, adminToken } = testbed.kubernetes;
  return {
    kubernetes: {
      url,
      caFile,
      adminToken,
      portalToken: identity.kubernetesToken,
    },
    vault: {
      url: testbed.vaultAddr,
      rootToken: testbed.rootToken,
      portalToken: identity.vaultToken,
    },
  };
}
