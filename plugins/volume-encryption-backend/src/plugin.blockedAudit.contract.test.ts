import {
  createPortalIdentity,
  describeOnOwnTestbed,
  kubernetesApi,
  playCephCsi,
  setUpTenantCustody,
  textAt,
  vaultApi,
  wireKubernetesAuth,
} from 'testbed';
import { AuditPipe } from './faults/__testUtils__/AuditPipe';
import {
  componentOf,
  eventually,
  startPortal,
  type Portal,
} from './__testUtils__/startPortal';
import { volumeEncryptionPlugin } from './plugin';

jest.setTimeout(120_000);

const VOLUMES = '/entities/component/default/ledger/volumes';
const CLUSTER = 'prod';

describeOnOwnTestbed('a Vault whose audit device is blocked', testbed => {
  let portal: Portal;
  let pipe: AuditPipe;
  let endCephCsi: () => Promise<void>;

  beforeAll(async () => {
    await wireKubernetesAuth(testbed());
    await setUpTenantCustody(testbed(), { cluster: CLUSTER });
    const identity = await createPortalIdentity(testbed());
    endCephCsi = await playCephCsi(testbed(), CLUSTER);
    const { kubernetes, vaultAddr, rootToken } = testbed();
    pipe = new AuditPipe();
    await vaultApi(vaultAddr, rootToken).demand({
      method: 'PUT',
      path: '/v1/sys/audit/file',
      body: { type: 'file', options: { file_path: pipe.path } },
    });
    const { url, caFile } = kubernetes;
    const token = identity.kubernetesToken;
    const auth = { token: identity.vaultToken };
    const timeout = { seconds: 1 };
    portal = await startPortal({
      plugin: volumeEncryptionPlugin,
      entities: [componentOf('ledger', 'payments')],
      config: {
        clusters: [{ name: CLUSTER, url, caFile, token }],
        kms: [{ name: 'vault', address: vaultAddr, auth, timeout }],
      },
    });
    // Before anybody looks at the volume's key.
    await untilBound();
  });
  afterAll(async () => {
    await portal?.stop();
    await endCephCsi?.();
    pipe?.remove();
  });

  async function untilBound(): Promise<void> {
    const claim =
      '/api/v1/namespaces/payments/persistentvolumeclaims/ledger-data';
    const { body } = await eventually(
      () =>
        kubernetesApi(testbed().kubernetes).demand({
          method: 'GET',
          path: claim,
        }),
      answer => textAt(answer.body, 'status', 'phase') === 'Bound',
    );
    expect(textAt(body, 'status', 'phase')).toBe('Bound');
  }

  const run = () =>
    portal.post('/operations', {
      operation: 'tenant-secret',
      cluster: CLUSTER,
      namespace: 'payments',
      kmsId: 'vault-tokens',
    });

  it('is named although it says that it is well, and nothing is half done', async () => {
    pipe.block();
    const { body } = await eventually(
      () => portal.get(VOLUMES),
      answer => answer.body.problems?.length > 0,
    );
    expect(body.problems).toMatchObject([
      {
        source: 'kms',
        name: 'vault',
        code: 'kms-unreachable',
        message: expect.stringContaining('leaves unanswered'),
      },
    ]);
    expect(body.volumes[0].remount.verdict).toBe('unknown');
    const refused = await run();
    expect(refused.status).toBeGreaterThanOrEqual(500);
    expect(refused.body.error.message).toMatch(/^Vault "vault" did not/);

    pipe.unblock();
    expect((await run()).status).toBe(200);
    const after = await eventually(
      () => portal.get(VOLUMES),
      answer => answer.body.problems.length === 0,
    );
    expect(after.body.problems).toEqual([]);
    expect(after.body.volumes[0].remount.verdict).toBe('ready');
  });
});
