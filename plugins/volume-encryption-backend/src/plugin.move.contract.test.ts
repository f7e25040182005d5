import { readFileSync } from 'node:fs';
import type { MovePlan } from 'backstage-plugin-volume-encryption-common';
import { connect, startSandbox, type Sandbox } from 'sandbox';
import {
  createPortalIdentity,
  describeOnTestbed,
  playCephCsi,
  setUpTenantCustody,
  wireKubernetesAuth,
} from 'testbed';
import { sandboxConfig } from './__testUtils__/sandboxConfig';
import {
  componentOf,
  eventually,
  startPortal,
} from './__testUtils__/startPortal';
import {
  describeMoves,
  LEDGER,
  type MoveServers,
} from './move/__testUtils__/describeMoves';
import { postYaml } from './move/__testUtils__/postYaml';
import { volumeEncryptionPlugin } from './plugin';

jest.setTimeout(60_000);

/** A portal with the component whose volume moves, and with those of others. */
const opener = (config: object) => (denied: boolean) =>
  startPortal({
    plugin: volumeEncryptionPlugin,
    config,
    entities: [
      componentOf('ledger', 'payments'),
      componentOf('claims', 'insurance'),
      componentOf('prowler', 'insurance', {
        'backstage.io/kubernetes-id': 'ledger',
      }),
    ],
    denied,
  });

describe('in the sandbox', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ seed: true });
  });
  afterAll(() => sandbox?.stop());

  describeMoves((): MoveServers => {
    const { url, tokens } = sandbox.kubernetes;
    const headers = { authorization: `Bearer ${tokens.admin}` };
    return {
      cluster: 'sandbox',
      open: opener(sandboxConfig(sandbox)),
      admin: connect({ url, headers }),
    };
  });
});

describeOnTestbed('on real servers', testbed => {
  const cluster = 'moves';
  let servers: MoveServers;
  let endCephCsi: () => Promise<void>;
  beforeAll(async () => {
    await wireKubernetesAuth(testbed());
    await setUpTenantCustody(testbed(), { cluster });
    endCephCsi = await playCephCsi(testbed(), cluster);
    const identity = await createPortalIdentity(testbed());
    const { kubernetes, vaultAddr } = testbed();
    const { url, caFile, adminToken } = kubernetes;
    const token = identity.kubernetesToken;
    const auth = { token: identity.vaultToken };
    servers = {
      cluster,
      open: opener({
        clusters: [{ name: cluster, url, caFile, token }],
        kms: [{ name: 'vault', address: vaultAddr, auth }],
      }),
      admin: connect({
        url,
        headers: { authorization: `Bearer ${adminToken}` },
        ca: readFileSync(caFile, 'utf8'),
      }),
    };
  });
  afterAll(() => endCephCsi?.());

  describeMoves(
    () => servers,
    portal => {
      const QUOTAS = '/api/v1/namespaces/payments/resourcequotas';
      const CLAIMS = '/api/v1/namespaces/payments/persistentvolumeclaims';
      const JOBS = '/apis/batch/v1/namespaces/payments/jobs';

      const CLASS = 'storageClass=ceph-rbd-encrypted';

      async function planOf(query: string): Promise<MovePlan> {
        const path = `${LEDGER}/${cluster}/payments/ledger-scratch/move-plan`;
        const { status, body } = await portal().get(`${path}?${query}`);
        expect([status, body.error]).toEqual([200, undefined]);
        return body;
      }

      it('renders what the API server takes, and makes a pod of', async () => {
        const { kubernetes } = testbed();
        const moved = `${CLASS}&newClaim=moved`;
        const STRICT = 'dryRun=All&fieldValidation=Strict';
        for (const query of [moved, `${moved}&runAsUser=70`]) {
          const [claim, job] = (await planOf(query)).files;
          for (const [path, { content }] of [
            [`${CLAIMS}?${STRICT}`, claim],
            [`${JOBS}?${STRICT}`, job],
          ] as const) {
            const answer = await postYaml(kubernetes, path, content);
            expect(answer).toEqual({
              status: 201,
              text: expect.not.stringContaining('"Failure"'),
            });
          }
        }
        const [claim, job] = (await planOf(moved)).files;
        for (const [path, { content }] of [
          [CLAIMS, claim],
          [JOBS, job],
        ] as const) {
          const { status } = await postYaml(kubernetes, path, content);
          expect(status).toBe(201);
        }
        const pods = await eventually(
          () =>
            servers.admin(
              'GET',
              '/api/v1/namespaces/payments/pods?labelSelector=job-name%3Dcopy-ledger-scratch',
            ),
          ({ body }) => Object(body).items?.length === 1,
        );
        expect(Object(pods.body).items).toHaveLength(1);
        const bound = await eventually(
          () => portal().get(`${LEDGER}/${cluster}/payments/moved`),
          ({ body }) => body.phase === 'Bound',
        );
        expect(bound.body).toMatchObject({
          phase: 'Bound',
          protection: { verdict: 'volume/customer-key' },
        });
        const again = await planOf(moved);
        expect(again.blockers).toEqual([]);
        expect(again.steps[0].title).toBe('The new claim moved is there');
      });

      it('is told by the cluster that the quota does not hold both', async () => {
        const spec = { hard: { persistentvolumeclaims: '1' } };
        const metadata = { name: 'few' };
        const quota = { apiVersion: 'v1', kind: 'ResourceQuota' };
        await servers.admin('POST', QUOTAS, { ...quota, metadata, spec });
        const plan = await eventually(
          () => planOf(`${CLASS}&newClaim=more`),
          ({ blockers }) => /quota "few" is used/i.test(blockers[0]?.message),
        );
        await servers.admin('DELETE', `${QUOTAS}/few`);
        expect(plan.blockers).toEqual([
          expect.objectContaining({
            code: 'move-new-claim-refused',
            message: expect.stringContaining('ResourceQuota "few" is used up'),
          }),
        ]);
        expect([plan.steps, plan.files]).toEqual([[], []]);
      });
    },
  );
});
