import {
  createPortalIdentity,
  describeOnOwnTestbed,
  kubernetesApi,
  setUpTenantCustody,
  startFaultProxy,
  textsAt,
  vaultApi,
  wireKubernetesAuth,
  type FaultProxy,
} from 'testbed';
import {
  csiNamespace,
  prepareCluster,
} from './operations/__testUtils__/prepareCluster';
import { startPortal, type Portal } from './__testUtils__/startPortal';
import { volumeEncryptionPlugin } from './plugin';
import { watchedKinds } from './volumeIndex';

jest.setTimeout(180_000);

const CLUSTER = 'prod';

const tenants = Array.from({ length: 40 }, (_, i) => ({
  namespace: `team-${i}`,
  operation: i % 2 ? 'tenant-secret' : 'tenant-service-account',
  kmsId: i % 2 ? 'vault-tokens' : 'vault-tenant-sa',
}));

describeOnOwnTestbed('a portal with much to do', testbed => {
  let portal: Portal;
  let proxy: FaultProxy;

  beforeAll(async () => {
    await wireKubernetesAuth(testbed());
    await setUpTenantCustody(testbed(), { cluster: CLUSTER });
    const identity = await createPortalIdentity(testbed());
    const { kubernetes, vaultAddr, rootToken } = testbed();
    await prepareCluster({
      kubernetes: { ...kubernetes, portalToken: identity.kubernetesToken },
      vault: {
        url: vaultAddr,
        rootToken,
        portalToken: identity.vaultToken,
      },
    });
    for (const { namespace } of tenants) await makeNamespace(namespace);
    proxy = await startFaultProxy(kubernetes.url);
    portal = await startPortal({
      plugin: volumeEncryptionPlugin,
      entities: [],
      config: {
        clusters: [
          {
            name: CLUSTER,
            url: proxy.url,
            token: identity.kubernetesToken,
            caFile: kubernetes.caFile,
            csiNamespace,
          },
        ],
        kms: [
          {
            name: 'vault',
            address: vaultAddr,
            auth: { token: identity.vaultToken },
          },
        ],
      },
    });
  });
  afterAll(async () => {
    await portal?.stop();
    await proxy?.stop();
  });

  it('takes tenants on at the same time, and again with no change', async () => {
    const before = await livingTokens();
    const first = await onboardAll();
    expect(first.flatMap(({ outcomes }) => outcomes)).not.toContain('updated');
    expect(await livingTokens()).toBe(before + tenants.length / 2);
    const again = await onboardAll();
    for (const { outcomes } of again) {
      expect(new Set(outcomes)).toEqual(new Set(['unchanged']));
    }
    expect(await livingTokens()).toBe(before + tenants.length / 2);
  });

  it('does not storm an API server that keeps cutting connections', async () => {
    const { opened } = proxy.connections;
    for (let i = 0; i < 25; i++) {
      proxy.cut();
      await new Promise(resolve => setTimeout(resolve, 200));
    }
    const attempts = proxy.connections.opened - opened;
    // In five seconds a watch that begins with 0.4 to 0.8 s and doubles its
    // waits tries four times at most, each time with a list before it perhaps.
    expect(attempts).toBeGreaterThan(0);
    expect(attempts).toBeLessThanOrEqual(watchedKinds.length * 8);
  });

  async function makeNamespace(name: string) {
    await kubernetesApi(testbed().kubernetes).demand({
      method: 'POST',
      path: '/api/v1/namespaces',
      body: { metadata: { name, labels: { 'csi-kms': 'enabled' } } },
    });
  }

  function onboardAll() {
    return Promise.all(
      tenants.map(async tenant => {
        const { status, body } = await portal.post('/operations', {
          ...tenant,
          cluster: CLUSTER,
        });
        expect([status, body.error]).toEqual([200, undefined]);
        const steps: { outcome: string }[] = body.steps;
        return { outcomes: steps.map(({ outcome }) => outcome) };
      }),
    );
  }

  async function livingTokens(): Promise<number> {
    const { vaultAddr, rootToken } = testbed();
    const { body } = await vaultApi(vaultAddr, rootToken).demand({
      method: 'LIST',
      path: '/v1/auth/token/accessors',
    });
    return textsAt(body, 'data', 'keys').length;
  }
});
