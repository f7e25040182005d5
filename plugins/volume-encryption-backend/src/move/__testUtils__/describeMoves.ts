// A suite that runs on several servers.
/* eslint-disable jest/no-export */

import { mockCredentials } from '@backstage/backend-test-utils';
import type { MoveFile } from 'backstage-plugin-volume-encryption-common';
import type { connect } from 'sandbox';
import { eventually, type Portal } from '../../__testUtils__/startPortal';
import { watchRequests } from '../../faults/__testUtils__/watchRequests';

/** Servers with the sandbox's examples, and who plays Ceph CSI. */
export interface MoveServers {
  cluster: string;
  /** Starts a portal that knows them, with the components of these tests. */
  open(denied: boolean): Promise<Portal>;
  /** Calls the API server as its administrator. */
  admin: ReturnType<typeof connect>;
}

export const LEDGER = '/entities/component/default/ledger/volumes';
const CLASS = 'storageClass=ceph-rbd-encrypted';

/** What the plan of a move must be on all servers, and `more` of some. */
export function describeMoves(
  servers: () => MoveServers,
  more: (portal: () => Portal) => void = () => {},
): void {
  describe('the plan of a move', () => {
    let portal: Portal;
    beforeAll(async () => {
      portal = await servers().open(false);
      await eventually(
        () => portal.get(LEDGER),
        ({ body }) =>
          body.volumes.length > 1 &&
          body.volumes.every((it: { phase: string }) => it.phase === 'Bound'),
      );
    });
    afterAll(() => portal?.stop());

    const pathOf = (claim: string, query = CLASS) =>
      `${LEDGER}/${servers().cluster}/payments/${claim}/move-plan?${query}`;

    async function written(act: () => Promise<unknown>): Promise<string[]> {
      const names: string[] = [];
      const end = watchRequests({ before: name => names.push(name) });
      await act();
      end();
      return names.filter(name => name.includes('ledger-scratch'));
    }

    it('has steps and manifests, and makes nothing', async () => {
      const { cluster, admin } = servers();
      const { status, body } = await portal.get(pathOf('ledger-scratch'));
      expect([status, body.error]).toEqual([200, undefined]);
      expect(body).toMatchObject({
        cluster,
        claim: 'ledger-scratch',
        newClaim: 'ledger-scratch-encrypted',
        blockers: [],
        snapshot: { answer: 'refused' },
      });
      expect(body.steps.length).toBeGreaterThan(5);
      const [claim, job] = body.files.map((it: MoveFile) => it.content);
      expect(claim).toMatch(
        /kind: PersistentVolumeClaim[^]*ceph-rbd-encrypted/,
      );
      expect(job).toMatch(
        /claimName: ledger-scratch\n +readOnly: true[^]*claimName: ledger-scratch-encrypted/,
      );
      const made = await admin(
        'GET',
        '/api/v1/namespaces/payments/persistentvolumeclaims/ledger-scratch-encrypted',
      );
      expect(made.status).toBe(404);
    });

    it('has the cluster asked about the claim, once, as a dry run', async () => {
      const names = await written(() => portal.get(pathOf('ledger-scratch')));
      expect(names).toEqual([
        'PATCH /api/v1/namespaces/payments/persistentvolumeclaims/ledger-scratch-encrypted',
      ]);
    });

    it('is none for what is encrypted already', async () => {
      const { status, body } = await portal.get(pathOf('ledger-data'));
      expect(status).toBe(200);
      expect(body.blockers).toEqual([
        expect.objectContaining({ code: 'move-already-encrypted' }),
      ]);
      expect([body.steps, body.files]).toEqual([[], []]);
    });

    it.each([
      ['', 'storageClass', 400],
      ['storageClass=', 'storageClass', 400],
      ['storageClass=A', 'storageClass', 400],
      ['storageClass=ceph-rbd', 'storageClass', 400],
      ['storageClass=nothing', 'storageClass', 404],
      [`${CLASS}&newClaim=A`, 'newClaim', 400],
      [`${CLASS}&size=many`, 'size', 400],
      [`${CLASS}&size=20Mi`, 'size', 400],
      [`${CLASS}&image=a%20b`, 'image', 400],
      [`${CLASS}&runAsUser=0`, 'runAsUser', 400],
      [`${CLASS}&runAsUser=root`, 'runAsUser', 400],
      [`${CLASS}&method=snapshot`, 'method', 400],
    ])('refuses ?%s and names %s', async (query, field, status) => {
      const answer = await portal.get(pathOf('ledger-scratch', query));
      expect([answer.status, answer.body.error?.field]).toEqual([
        status,
        field,
      ]);
      expect(answer.body.error.message).toMatch(/\.$/);
    });

    it('is not for claims of others', async () => {
      const path = pathOf('ledger-scratch');
      portal.audit.length = 0;
      const claims = await portal.get(path.replace('/ledger/', '/claims/'));
      expect([claims.status, claims.body.error.code]).toEqual([
        403,
        'no-consent',
      ]);
      const prowler = await portal.get(path.replace('/ledger/', '/prowler/'));
      expect([prowler.status, prowler.body.error.code]).toEqual([
        403,
        'no-consent',
      ]);
      expect(portal.audit.map(({ eventId }) => eventId)).toEqual([
        'move-plan-read',
        'move-plan-read',
      ]);
      const absent = await portal.get(pathOf('no-such-claim'));
      expect([absent.status, absent.body.error.code]).toEqual([
        404,
        'not-found',
      ]);
    });

    it('is not for a service that asks for itself', async () => {
      portal.audit.length = 0;
      const authorization = mockCredentials.service.header();
      const names = await written(async () => {
        const answer = await portal.get(pathOf('ledger-scratch'), {
          authorization,
        });
        expect([answer.status, answer.body.error.code]).toEqual([
          403,
          'not-allowed',
        ]);
      });
      expect(names).toEqual([]);
      expect(portal.audit).toHaveLength(1);
    });

    it('is not for who may not ask for volumes of the entity', async () => {
      const denied = await servers().open(true);
      denied.audit.length = 0;
      const names = await written(async () => {
        const { status, body } = await denied.get(pathOf('ledger-scratch'));
        expect([status, body.error.code]).toEqual([403, 'not-allowed']);
      });
      expect(names).toEqual([]);
      expect(denied.audit).toEqual([
        {
          eventId: 'move-plan-read',
          meta: expect.objectContaining({ claim: 'ledger-scratch' }),
          outcome: expect.stringMatching(/^You lack the permission/),
        },
      ]);
      await denied.stop();
    });

    more(() => portal);
  });
}
