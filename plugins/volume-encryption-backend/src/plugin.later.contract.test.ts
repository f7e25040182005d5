import { connect, startSandbox, type Sandbox } from 'sandbox';
import {
  createPortalIdentity,
  describeOnTestbed,
  kubernetesApi,
  setUpTenantCustody,
  startFaultProxy,
  wireKubernetesAuth,
} from 'testbed';
import { sandboxConfig } from './__testUtils__/sandboxConfig';
import {
  componentOf,
  eventually,
  startPortal,
  type Portal,
} from './__testUtils__/startPortal';
import {
  clusterName,
  type OperationsUnderTest,
} from './operations/__testUtils__/OperationsUnderTest';
import { prepareCluster } from './operations/__testUtils__/prepareCluster';
import { configOf } from './operations/__testUtils__/serversUnderTest';
import { volumeEncryptionPlugin } from './plugin';

jest.setTimeout(120_000);

const VOLUMES = '/entities/component/default/ledger/volumes';

interface Volume {
  remount: { verdict: string; reasons: { code: string }[] };
}

describe('a portal that comes before what it needs', () => {
  let sandbox: Sandbox;
  let portal: Portal;
  beforeEach(async () => {
    sandbox = await startSandbox({ seed: true });
  });
  afterEach(async () => {
    await portal?.stop();
    await sandbox.stop();
  });

  const open = async (config: object) => {
    portal = await startPortal({
      plugin: volumeEncryptionPlugin,
      config,
      entities: [componentOf('ledger', 'payments')],
    });
  };
  type Source = Record<'source', string>;
  const volumesWhen = async (
    isWanted: (volumes: Volume[], problems: Source[]) => boolean,
  ) => {
    const { body } = await eventually(
      () => portal.get(VOLUMES),
      answer => isWanted(answer.body.volumes, answer.body.problems),
    );
    return body;
  };

  it('names a cluster and a Vault that are down, and goes on when they are up', async () => {
    const { clusters, kms } = sandboxConfig(sandbox);
    const cluster = await startFaultProxy(clusters[0].url);
    const vault = await startFaultProxy(kms[0].address);
    await cluster.set({ kind: 'refuse' });
    await vault.set({ kind: 'refuse' });
    const address = {
      address: vault.url,
      otherAddresses: [kms[0].address],
    };
    await open({
      clusters: [{ ...clusters[0], url: cluster.url }],
      kms: [{ ...kms[0], ...address }],
    });
    expect((await portal.get(VOLUMES)).body).toMatchObject({
      volumes: [],
      problems: [{ source: 'cluster', code: 'cluster-unreachable' }],
    });
    expect((await portal.get('/kms')).body.items).toMatchObject([
      { state: 'unreachable' },
    ]);
    await cluster.set();
    // Its kinds are read one by one.
    const half = await volumesWhen(
      ({ length }, problems) =>
        length === 2 &&
        problems.length > 0 &&
        problems.every(({ source }) => source === 'kms'),
    );
    expect(half.volumes).toHaveLength(2);
    expect(half.problems).toMatchObject([
      { source: 'kms', code: 'kms-unreachable' },
    ]);
    await vault.set();
    const whole = await volumesWhen(([it]) => it.remount.verdict === 'ready');
    expect(whole.problems).toEqual([]);
    await Promise.all([cluster.stop(), vault.stop()]);
  });

  it('sees a ServiceAccount that is made later', async () => {
    await open(sandboxConfig(sandbox));
    const { url, tokens } = sandbox.kubernetes;
    const headers = { authorization: `Bearer ${tokens.admin}` };
    const kubernetes = connect({ url, headers });
    const accounts = '/api/v1/namespaces/payments/serviceaccounts';
    await volumesWhen(([it]) => it?.remount.verdict === 'ready');
    await kubernetes('DELETE', `${accounts}/ceph-csi-vault-sa`);
    const { volumes } = await volumesWhen(
      ([it]) => it.remount.verdict !== 'ready',
    );
    expect(volumes[0].remount.verdict).toBe('blocked');
    await kubernetes('POST', accounts, {
      metadata: { name: 'ceph-csi-vault-sa' },
    });
    const after = await volumesWhen(([it]) => it.remount.verdict === 'ready');
    expect(after.volumes[0].remount.verdict).toBe('ready');
  });
});

describeOnTestbed('a portal that comes before what it writes to', testbed => {
  let portal: Portal;
  afterAll(() => portal?.stop());

  it('says what is missing, and goes on when it is there', async () => {
    const { kubernetes, vaultAddr, rootToken } = testbed();
    await wireKubernetesAuth(testbed());
    const identity = await createPortalIdentity(testbed());
    const under: OperationsUnderTest = {
      kubernetes: { ...kubernetes, portalToken: identity.kubernetesToken },
      vault: { url: vaultAddr, rootToken, portalToken: identity.vaultToken },
    };
    portal = await startPortal({
      plugin: volumeEncryptionPlugin,
      config: configOf(under),
      entities: [],
    });
    const run = async () => {
      const { status, body } = await portal.post('/operations', {
        operation: 'tenant-secret',
        cluster: clusterName,
        namespace: 'later',
        kmsId: 'vault-tokens',
      });
      return [status, body.error?.code];
    };
    expect(await run()).toEqual([404, 'unknown-connection']);
    await prepareCluster(under);
    expect(await run()).toEqual([404, 'not-found']);
    await kubernetesApi(kubernetes).demand({
      method: 'POST',
      path: '/api/v1/namespaces',
      body: { metadata: { name: 'later' } },
    });
    // The mount is made, and there is no token role yet.
    expect(await run()).toEqual([404, 'not-found']);
    await setUpTenantCustody(testbed(), { cluster: clusterName });
    expect(await run()).toEqual([200, undefined]);
  });
});
