import { startSandbox, type Sandbox } from 'sandbox';
import {
  createPortalIdentity,
  describeOnTestbed,
  playCephCsi,
  setUpTenantCustody,
  wireKubernetesAuth,
} from 'testbed';
import { describeTemplates } from './__testUtils__/describeTemplates';
import type { Servers } from '../__testUtils__/Servers';

describe('in the sandbox', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ seed: true });
  });
  afterAll(() => sandbox.stop());

  describeTemplates(() => {
    const { kubernetes, vault } = sandbox;
    const { url, tokens } = kubernetes;
    return {
      cluster: 'sandbox',
      kubernetes: { url, adminToken: tokens.admin, portalToken: tokens.portal },
      vault,
    };
  });
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
    const { kubernetes, vaultAddr, rootToken } = testbed();
    const { url, caFile, adminToken } = kubernetes;
    const { kubernetesToken, vaultToken } = portal;
    servers = {
      cluster,
      kubernetes: { url, caFile, adminToken, portalToken: kubernetesToken },
      vault: { url: vaultAddr, rootToken, portalToken: vaultToken },
    };
  }, 60_000);
  afterAll(() => stopPlaying());

  describeTemplates(() => servers);
});
