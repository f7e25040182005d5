import knexFactory, { type Knex } from 'knex';
import { startSandbox, type Sandbox } from 'sandbox';
import { describeOnVaultCluster, setUpTenantCustody } from 'testbed';
import {
  eventually,
  startPortal,
  type Portal,
} from './__testUtils__/startPortal';
import { tenantState } from './faults/__testUtils__/tenantState/tenantState';
import { watchRequests } from './faults/__testUtils__/watchRequests';
import { kubernetesAdministrator } from './operations/__testUtils__/administrator';
import {
  clusterName,
  type OperationsUnderTest,
} from './operations/__testUtils__/OperationsUnderTest';
import { prepareCluster } from './operations/__testUtils__/prepareCluster';
import { configOf } from './operations/__testUtils__/serversUnderTest';
import { volumeEncryptionPlugin } from './plugin';

jest.setTimeout(180_000);

describeOnVaultCluster(
  'onboarding while the active Vault of three dies',
  { nodes: 3 },
  vaults => {
    let sandbox: Sandbox;
    let under: OperationsUnderTest;
    let knex: Knex;
    let portal: Portal;

    beforeEach(async () => {
      sandbox = await startSandbox();
      const { url, tokens } = sandbox.kubernetes;
      const { rootToken, nodes } = vaults();
      const leader = await vaults().leader();
      const standby = nodes.find(it => it !== leader);
      const kubernetes = { url, adminToken: tokens.admin, caFile: '' };
      await setUpTenantCustody(
        { kubernetes, vaultAddr: leader.address, rootToken },
        { cluster: clusterName },
      );
      under = {
        kubernetes: {
          url,
          adminToken: tokens.admin,
          portalToken: tokens.portal,
        },
        // That of one that passes on, as a load balancer does. Rights are tried
        // elsewhere.
        vault: {
          url: standby?.address ?? '',
          rootToken,
          portalToken: rootToken,
        },
      };
      await prepareCluster(under);
      knex = knexFactory({
        client: 'better-sqlite3',
        connection: ':memory:',
        useNullAsDefault: true,
      });
      portal = await startPortal({
        plugin: volumeEncryptionPlugin,
        config: configOf(under),
        entities: [],
        knex,
      });
    });
    afterEach(async () => {
      await portal?.stop();
      await knex?.destroy();
      await sandbox?.stop();
    });

    const run = (namespace: string) =>
      portal.post('/operations', {
        operation: 'tenant-secret',
        cluster: clusterName,
        namespace,
        kmsId: 'vault-tokens',
      });

    it.each([
      ['mount', /sys\/mounts/],
      ['mint', /token\/create/],
    ])('ends as without: at the %s', async (step, at) => {
      const namespace = `failover-${step}`;
      await kubernetesAdministrator(under)('POST', '/api/v1/namespaces', {
        metadata: { name: namespace },
      });
      const leader = await vaults().leader();
      let dead: Promise<void> | undefined;
      const stop = watchRequests({
        before: name => {
          if (at.test(name)) dead ??= leader.stop();
        },
      });
      const first = await run(namespace);
      stop();
      expect(dead).toBeDefined();
      await dead;
      expect(first.body.error?.code ?? 'done').toMatch(
        /^(done|kms-unreachable|timeout)$/,
      );
      const last = await eventually(
        () => run(namespace),
        ({ status }) => status === 200,
      );
      expect(last.status).toBe(200);
      const { end, lost, named } = await tenantState({
        namespace,
        under,
        knex,
      });
      expect(end).toMatchObject({
        mount: ['kv', '2'],
        credentials: [{ state: 'delivered', tokens: [{ orphan: true }] }],
        keysKept: ['key'],
      });
      // A mint whose answer was lost with the leader, see docs/security.md.
      expect(lost).toBe(named);
      expect(lost).toBeLessThanOrEqual(step === 'mint' ? 1 : 0);

      await leader.start();
      await leader.unseal();
    });
  },
);
