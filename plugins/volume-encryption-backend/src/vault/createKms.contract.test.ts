import { connect, seedVault, startSandbox, type Sandbox } from 'sandbox';
import {
  createPortalIdentity,
  describeOnTestbed,
  setUpTenantCustody,
  wireKubernetesAuth,
} from 'testbed';
import { describeHealth } from './__testUtils__/describeHealth';
import { describeKeys } from './__testUtils__/describeKeys';
import {
  describeLogin,
  type VaultWithCluster,
} from './__testUtils__/describeLogin';
import { describeTokens } from './__testUtils__/describeTokens';

const cluster = 'contract';

function describeVault(vault: () => VaultWithCluster): void {
  describeHealth(vault);
  describeKeys(vault);
  describeTokens(vault);
  describeLogin(vault);
}

describe('a Vault, in the sandbox', () => {
  let sandbox: Sandbox;
  let portalToken: string;
  beforeAll(async () => {
    sandbox = await startSandbox();
    const { url, rootToken } = sandbox.vault;
    const headers = { 'x-vault-token': rootToken };
    const { url: apiServer, tokens } = sandbox.kubernetes;
    const kubernetes = { url: apiServer, reviewerToken: tokens.reviewer };
    const seed = { cluster, kubernetes };
    portalToken = await seedVault(connect({ url, headers }), seed);
  });
  afterAll(() => sandbox.stop());

  describeVault(() => {
    const { url, rootToken } = sandbox.vault;
    const { url: apiServer, tokens } = sandbox.kubernetes;
    const kubernetes = { url: apiServer, adminToken: tokens.admin };
    return { url, rootToken, portalToken, kubernetes };
  });
});

describeOnTestbed('a Vault, on real servers', testbed => {
  let portalToken: string;
  beforeAll(async () => {
    await wireKubernetesAuth(testbed());
    await setUpTenantCustody(testbed(), { cluster });
    portalToken = (await createPortalIdentity(testbed())).vaultToken;
  });

  describeVault(() => {
    const { vaultAddr: url, rootToken, kubernetes } = testbed();
    return { url, rootToken, portalToken, kubernetes };
  });
});
