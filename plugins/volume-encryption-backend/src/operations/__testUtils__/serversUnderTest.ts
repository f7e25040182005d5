import { connect, seedVault, type Sandbox } from 'sandbox';
import {
  createCustodianToken,
  createPortalIdentity,
  setUpTenantCustody,
  wireKubernetesAuth,
  type Testbed,
} from 'testbed';
import { clusterName, type OperationsUnderTest } from './OperationsUnderTest';
import { csiNamespace, prepareCluster } from './prepareCluster';

/** A sandbox as the administrators of cluster and Vault hand it over. */
export async function onSandbox({
  kubernetes,
  vault,
}: Sandbox): Promise<OperationsUnderTest> {
  const { url, tokens } = kubernetes;
  const headers = { 'x-vault-token': vault.rootToken };
  const send = connect({ url: vault.url, headers });
  const { custodianToken, portalToken } = await seedVault(send, {
    cluster: clusterName,
    kubernetes: { url, reviewerToken: tokens.reviewer },
  });
  const under = {
    kubernetes: { url, adminToken: tokens.admin, portalToken: tokens.portal },
    vault: {
      url: vault.url,
      rootToken: vault.rootToken,
      portalToken,
      custodianToken,
    },
  };
  await prepareCluster(under);
  return under;
}

/** Real servers as their administrators hand them over. */
export async function onTestbed(
  testbed: Testbed,
): Promise<OperationsUnderTest> {
  await wireKubernetesAuth(testbed);
  await setUpTenantCustody(testbed, { cluster: clusterName });
  const identity = await createPortalIdentity(testbed);
  const custodianToken = await createCustodianToken(testbed);
  const { url, caFile, adminToken } = testbed.kubernetes;
  const under = {
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
      custodianToken,
    },
  };
  await prepareCluster(under);
  return under;
}

/** The configuration of a portal that works on them. */
export function configOf({ kubernetes, vault }: OperationsUnderTest) {
  const { url, caFile, portalToken: token } = kubernetes;
  return {
    clusters: [{ name: clusterName, url, token, caFile, csiNamespace }],
    kms: [
      {
        name: 'vault',
        address: vault.url,
        auth: { token: vault.portalToken },
        ...(vault.custodianToken && {
          custodian: { auth: { token: vault.custodianToken } },
        }),
      },
    ],
  };
}
