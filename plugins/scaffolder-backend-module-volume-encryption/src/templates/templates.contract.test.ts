import { startSandbox, type Sandbox } from 'sandbox';
import {
  createCustodianToken,
  createPortalIdentity,
  describeOnTestbed,
  playCephCsi,
  setUpTenantCustody,
  wireKubernetesAuth,
} from 'testbed';
import { describeTemplates } from './__testUtils__/describeTemplates';
import { describeTenantTemplates } from './__testUtils__/describeTenantTemplates';
import type { Servers } from '../__testUtils__/Servers';

describe('in the sandbox', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ seed: true });
  });
  afterAll(() => sandbox.stop());

  const servers = (): Servers => {
    const { kubernetes, vault } = sandbox;
    const { url, tokens } = kubernetes;
    return {
      cluster: 'sandbox',
      kubernetes: { url, adminToken: tokens.admin, portalToken: tokens.portal },
      vault,
    };
  };
  describeTemplates(servers);
  describeTenantTemplates(servers);
});

describeOnTestbed('on real servers', testbed => {
  const cluster = 'testbed';
  let servers: Servers;
  let stopPlaying: () => Promise<void>;
  beforeAll(async () => {
    await wireKubernetesAuth(testbed());
    await setUpTenantCustody(testbed(), { cluster });
    stopPlaying = await playCephCsi(testbed(), cluster);
    const portal = await createPortalIdentity(testbed());
    const custodianToken = await createCustodianToken(testbed());
    const { kubernetes, vaultAddr, rootToken } = testbed();
    const { url, caFile, adminToken } = kubernetes;
    const { kubernetesToken, vaultToken } = portal;
    servers = {
      cluster,
      kubernetes: { url, caFile, adminToken, portalToken: kubernetesToken },
      vault: {
        url: vaultAddr,
        rootToken,
        portalToken: vaultToken,
        custodianToken,
      },
    };
  }, 60_000);
  afterAll(() => stopPlaying());

  describeTemplates(() => servers);
  describeTenantTemplates(() => servers);
});
