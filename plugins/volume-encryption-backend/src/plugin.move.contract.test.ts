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
import { parse } from 'yaml';
import {
  describeMoves,
  LEDGER,
  type MoveServers,
} from './__testUtils__/describeMoves';
import { sandboxConfig } from './__testUtils__/sandboxConfig';
import { eventually } from './__testUtils__/startPortal';

jest.setTimeout(60_000);

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
      config: sandboxConfig(sandbox),
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
      config: {
        clusters: [{ name: cluster, url, caFile, token }],
        kms: [{ name: 'vault', address: vaultAddr, auth }],
      },
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

      async function planOf(query: string): Promise<MovePlan> {
        const path = `${LEDGER}/${cluster}/payments/ledger-scratch/move-plan`;
        const { status, body } = await portal().get(`${path}?${query}`);
        expect([status, body.error]).toEqual([200, undefined]);
        return body;
      }

      it('renders what the API server takes, and makes a pod of', async () => {
        for (const query of [
          'storageClass=ceph-rbd-encrypted&newClaim=moved',
          'storageClass=ceph-rbd-encrypted&newClaim=moved&runAsUser=70',
        ]) {
          const [claim, job] = (await planOf(query)).files.map(({ content }) =>
            parse(content),
          );
          for (const [path, manifest] of [
            [CLAIMS, claim],
            [JOBS, job],
          ]) {
            const { status, body } = await servers.admin(
              'POST',
              `${path}?dryRun=All&fieldValidation=Strict`,
              manifest,
            );
            expect([status, Object(body).message]).toEqual([201, undefined]);
          }
        }
        const { files } = await planOf(
          'storageClass=ceph-rbd-encrypted&newClaim=moved',
        );
        const [claim, job] = files.map(({ content }) => parse(content));
        expect((await servers.admin('POST', CLAIMS, claim)).status).toBe(201);
        expect((await servers.admin('POST', JOBS, job)).status).toBe(201);
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
        const again = await planOf(
          'storageClass=ceph-rbd-encrypted&newClaim=moved',
        );
        expect(again.blockers).toEqual([]);
        expect(again.steps[0].title).toBe('The new claim moved is there');
      });

      it('is told by the cluster that the quota does not hold both', async () => {
        const spec = { hard: { persistentvolumeclaims: '1' } };
        const metadata = { name: 'few' };
        const quota = { apiVersion: 'v1', kind: 'ResourceQuota' };
        await servers.admin('POST', QUOTAS, { ...quota, metadata, spec });
        const plan = await eventually(
          () => planOf('storageClass=ceph-rbd-encrypted&newClaim=more'),
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
