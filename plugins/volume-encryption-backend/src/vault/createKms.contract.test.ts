import { connect, seedVault, startSandbox, type Sandbox } from 'sandbox';
import {
  createCustodianToken,
  createPortalIdentity,
  describeOnTestbed,
  setUpTenantCustody,
  wireKubernetesAuth,
} from 'testbed';
import { describeAccessors } from './__testUtils__/describeAccessors';
import { describeAppRole } from './__testUtils__/describeAppRole';
import { describeBatchTokens } from './__testUtils__/describeBatchTokens';
import { describeBounds } from './__testUtils__/describeBounds';
import { describeCapabilities } from './__testUtils__/describeCapabilities';
import { describeCheckAndSet } from './__testUtils__/describeCheckAndSet';
import { describeCustodian } from './__testUtils__/describeCustodian';
import { describeDeletions } from './__testUtils__/describeDeletions';
import { describeForeignMounts } from './__testUtils__/describeForeignMounts';
import { describeHealth } from './__testUtils__/describeHealth';
import { describeIsolation } from './__testUtils__/describeIsolation';
import { describeJwt } from './__testUtils__/describeJwt';
import { describeKeyNames } from './__testUtils__/describeKeyNames';
import { describeKeys } from './__testUtils__/describeKeys';
import { describeLogin } from './__testUtils__/describeLogin';
import { describeMounts } from './__testUtils__/describeMounts';
import { describeOrphans } from './__testUtils__/describeOrphans';
import { describeOwnToken } from './__testUtils__/describeOwnToken';
import { describePolicies } from './__testUtils__/describePolicies';
import { describePortalPolicy } from './__testUtils__/describePortalPolicy';
import { describeRateLimit } from './__testUtils__/describeRateLimit';
import { describeSetup } from './__testUtils__/describeSetup';
import { describeSteadyState } from './__testUtils__/describeSteadyState';
import { describeTokenRoles } from './__testUtils__/describeTokenRoles';
import { describeTokens } from './__testUtils__/describeTokens';
import { describeTraversal } from './__testUtils__/describeTraversal';
import { describeVersions } from './__testUtils__/describeVersions';
import { describeWrapping } from './__testUtils__/describeWrapping';
import type { VaultWithCluster } from './__testUtils__/VaultUnderTest';

jest.setTimeout(60_000);

const cluster = 'contract';

type Theme = (vault: () => VaultWithCluster) => void;

/** What every Vault must do. */
const everywhere: Theme[] = [
  describeHealth,
  describeMounts,
  describeKeys,
  describeKeyNames,
  describeDeletions,
  describePolicies,
  describePortalPolicy,
  describeIsolation,
  describeTokens,
  describeTokenRoles,
  describeOrphans,
  describeAccessors,
  describeCapabilities,
  describeSetup,
  describeCustodian,
  describeLogin,
];

/** What the sandbox does not play. */
const onRealServers: Theme[] = [
  describeForeignMounts,
  describeVersions,
  describeCheckAndSet,
  describeWrapping,
  describeTraversal,
  describeBounds,
  describeOwnToken,
  describeBatchTokens,
  describeAppRole,
  describeJwt,
  describeRateLimit,
  describeSteadyState,
];

describe('a Vault, in the sandbox', () => {
  let sandbox: Sandbox;
  let portalToken: string;
  let custodianToken: string;
  beforeAll(async () => {
    sandbox = await startSandbox();
    const { url, rootToken } = sandbox.vault;
    const headers = { 'x-vault-token': rootToken };
    const { url: apiServer, tokens: users } = sandbox.kubernetes;
    const kubernetes = { url: apiServer, reviewerToken: users.reviewer };
    const seed = { cluster, kubernetes };
    const tokens = await seedVault(connect({ url, headers }), seed);
    ({ portalToken, custodianToken } = tokens);
  });
  afterAll(() => sandbox.stop());

  const vault = () => {
    const { url, rootToken } = sandbox.vault;
    const { url: apiServer, tokens } = sandbox.kubernetes;
    const kubernetes = { url: apiServer, adminToken: tokens.admin };
    return { url, rootToken, portalToken, custodianToken, kubernetes };
  };
  for (const describeTheme of everywhere) describeTheme(vault);
});

describeOnTestbed('a Vault, on real servers', testbed => {
  let portalToken: string;
  let custodianToken: string;
  beforeAll(async () => {
    await wireKubernetesAuth(testbed());
    await setUpTenantCustody(testbed(), { cluster });
    portalToken = (await createPortalIdentity(testbed())).vaultToken;
    custodianToken = await createCustodianToken(testbed());
  });

  const vault = () => {
    const { vaultAddr: url, rootToken, kubernetes } = testbed();
    return { url, rootToken, portalToken, custodianToken, kubernetes };
  };
  for (const describeTheme of [...everywhere, ...onRealServers]) {
    describeTheme(vault);
  }
});
