import { randomBytes } from 'node:crypto';
import knexFactory, { type Knex } from 'knex';
import {
  describeOnTestbed,
  startFaultProxy,
  type Fault,
  type FaultProxy,
} from 'testbed';
import { startPortal, type Portal } from './__testUtils__/startPortal';
import { tenantState } from './faults/__testUtils__/tenantState/tenantState';
import { watchRequests } from './faults/__testUtils__/watchRequests';
import {
  kubernetesAdministrator,
  type Call,
} from './operations/__testUtils__/administrator';
import {
  clusterName,
  type OperationsUnderTest,
} from './operations/__testUtils__/OperationsUnderTest';
import {
  configOf,
  onTestbed,
} from './operations/__testUtils__/serversUnderTest';
import { volumeEncryptionPlugin } from './plugin';

jest.setTimeout(120_000);

/** The portal waits no longer. */
const timeout = { seconds: 2 };

/** Whether what was asked for was done all the same. */
const faults: [Fault, { isDone: boolean }][] = [
  [{ kind: 'delay', milliseconds: 4000 }, { isDone: true }],
  [{ kind: 'hang' }, { isDone: false }],
  [{ kind: 'refuse' }, { isDone: false }],
  [{ kind: 'slow', bytesPerSecond: 20 }, { isDone: true }],
  [{ kind: 'cut', afterBytes: 50 }, { isDone: true }],
];

const delivered = {
  state: 'delivered',
  tokens: [{ orphan: true, path: 'auth/token/create/csi-tenant', ends: true }],
};

describeOnTestbed(
  'a portal whose connections break while it writes',
  servers => {
    let under: OperationsUnderTest;
    let knex: Knex;
    let portal: Portal;
    let proxies: Record<'cluster' | 'kms', FaultProxy>;
    let kubernetes: Call;

    beforeAll(async () => {
      under = await onTestbed(servers());
      kubernetes = kubernetesAdministrator(under);
      proxies = {
        cluster: await startFaultProxy(under.kubernetes.url),
        kms: await startFaultProxy(under.vault.url),
      };
      knex = knexFactory({
        client: 'better-sqlite3',
        connection: ':memory:',
        useNullAsDefault: true,
      });
      const { clusters, kms } = configOf(under);
      const url = proxies.cluster.url;
      const addresses = {
        address: proxies.kms.url,
        otherAddresses: [under.vault.url],
      };
      portal = await startPortal({
        plugin: volumeEncryptionPlugin,
        entities: [],
        knex,
        config: {
          clusters: [{ ...clusters[0], url, timeout }],
          kms: [{ ...kms[0], ...addresses, timeout }],
        },
      });
    });
    afterAll(async () => {
      await portal?.stop();
      await Promise.all(Object.values(proxies).map(it => it.stop()));
      await knex.destroy();
    });

    async function newNamespace(): Promise<string> {
      const name = `broken-${randomBytes(4).toString('hex')}`;
      await kubernetes('POST', '/api/v1/namespaces', { metadata: { name } });
      return name;
    }

    const run = (namespace: string) =>
      portal.post('/operations', {
        operation: 'tenant-secret',
        cluster: clusterName,
        namespace,
        kmsId: 'vault-tokens',
      });
    const stateOf = (namespace: string) =>
      tenantState({ namespace, under, knex });

    /** Breaks the connections at the moment at which that request is sent. */
    async function runInto(
      namespace: string,
      broken: { proxy: FaultProxy; at: RegExp; fault: Fault },
    ) {
      const { proxy, at, fault } = broken;
      const stop = watchRequests({
        before: name => {
          if (at.test(name)) void proxy.set(fault);
        },
      });
      const answer = await run(namespace);
      stop();
      // What still hangs in the proxy is lost.
      proxy.cut();
      await proxy.set();
      return answer;
    }

    it.each(faults)(
      'leaves no token that is not named when a mint breaks: %j',
      async (fault, { isDone }) => {
        const namespace = await newNamespace();
        const { status, body } = await runInto(namespace, {
          proxy: proxies.kms,
          at: /token\/create/,
          fault,
        });
        expect([status, body.error.code]).toEqual(
          expect.arrayContaining([
            expect.stringMatching(/unreachable|timeout/),
          ]),
        );
        expect(body.error.message).toContain('Vault "vault" did not mint');
        const lost = isDone ? 1 : 0;
        expect(await stateOf(namespace)).toMatchObject({
          end: { credentials: [{ state: 'intent' }] },
          lost,
          named: lost,
        });

        expect((await run(namespace)).status).toBe(200);
        expect(await stateOf(namespace)).toMatchObject({
          end: { credentials: [delivered], keysKept: ['key'] },
          lost,
          named: lost,
        });
      },
    );

    it.each(faults)(
      'leaves the tenant a token when a delivery breaks: %j',
      async (fault, { isDone }) => {
        const namespace = await newNamespace();
        const broken = {
          proxy: proxies.cluster,
          at: /PATCH.*\/secrets\//,
          fault,
        };
        const { status, body } = await runInto(namespace, broken);
        expect(status).toBeGreaterThanOrEqual(500);
        expect(body.error.code).toMatch(/cluster-unreachable|timeout/);
        const half = await stateOf(namespace);
        expect(half.lost).toBe(0);
        // A token that may be in the Secret is not ended for that.
        expect(half.end.keysKept).toEqual(isDone ? ['key'] : undefined);

        expect((await run(namespace)).status).toBe(200);
        expect(await stateOf(namespace)).toMatchObject({
          end: { credentials: [delivered], keysKept: ['key'] },
          lost: 0,
        });
      },
    );

    it('never leaves a tenant without a token while another takes its place', async () => {
      const namespace = await newNamespace();
      const secret = `/api/v1/namespaces/${namespace}/secrets/ceph-csi-kms-token`;
      expect((await run(namespace)).status).toBe(200);
      await kubernetes('DELETE', secret);
      const fault: Fault = { kind: 'cut', afterBytes: 50 };
      const broken = {
        proxy: proxies.cluster,
        at: /PATCH.*\/secrets\//,
        fault,
      };
      for (let i = 0; i < 2; i++) {
        const { body } = await runInto(namespace, broken);
        expect(body.error.code).toMatch(/cluster-unreachable|timeout/);
        expect((await stateOf(namespace)).end.keysKept).toEqual(['key']);
      }
      expect((await run(namespace)).status).toBe(200);
      expect((await stateOf(namespace)).end.credentials).toEqual([delivered]);
    });
  },
);
