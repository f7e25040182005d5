import { connect, seedVault, startSandbox, type Sandbox } from 'sandbox';
import {
  createPortalIdentity,
  describeOnTestbed,
  setUpTenantCustody,
  wireKubernetesAuth,
} from 'testbed';
import { describeHealth } from './__testUtils__/describeHealth';
import { describeKeys } from './__testUtils__/describeKeys';
import { describeTokens } from './__testUtils__/describeTokens';
import type { VaultUnderTest } from './__testUtils__/VaultUnderTest';

const cluster = 'contract';

function describeVault(vault: () => VaultUnderTest): void {
  describeHealth(vault);
  describeKeys(vault);
  describeTokens(vault);
}

describe('a Vault, in the sandbox', () => {
  let sandbox: Sandbox;
  let portalToken: string;
  beforeAll(async () => {
    sandbox = await startSandbox();
    const { url, rootToken } = sandbox.vault;
    const headers = { 'x-vault-token': rootToken };
    const kubernetes = { url: sandbox.kubernetes.url, reviewerToken: '' };
    const seed = { cluster, kubernetes };
    portalToken = await seedVault(connect({ url, headers }), seed);
  });
  afterAll(() => sandbox.stop());

  describeVault(() => {
    const { url, rootToken } = sandbox.vault;
    return { url, rootToken, portalToken };
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
    const { vaultAddr: url, rootToken } = testbed();
    return { url, rootToken, portalToken };
  });
});
