// A suite that runs on several servers.
/* eslint-disable jest/no-export */

import type { OperationRequest } from 'backstage-plugin-volume-encryption-common';
import { at } from './json';
import { clusterName, type OperationsUnderTest } from './OperationsUnderTest';
import { tenantObjects } from './tenantObjects';
import { workbench, type Workbench } from './Workbench';

const context = { requestedBy: 'user:default/ada' };

/** What becomes of a tenant whose ServiceAccount is held by a finalizer. */
export function describeHeldAccounts(under: () => OperationsUnderTest): void {
  describe('a ServiceAccount that a finalizer holds', () => {
    let bench: Workbench;
    const place = () => ({
      cluster: clusterName,
      namespace: bench.namespace,
      kmsId: 'vault-tenant-sa',
    });
    const run = (request: OperationRequest) =>
      bench.service().run(request, context);
    const rotate = () => run({ operation: 'tenant-rotate', ...place() });
    const account = () =>
      `/api/v1/namespaces/${bench.namespace}/serviceaccounts/ceph-csi-vault-sa`;
    const holdBy = (finalizers: string[] | null) =>
      bench
        .kubernetes('PATCH', account(), { metadata: { finalizers } })
        .catch((error: Error) => {
          if (!error.message.startsWith('404')) throw error;
        });

    beforeEach(async () => {
      bench = await workbench(under());
      const onboard = { owner: 'payments', createNamespace: false };
      await run({ operation: 'tenant-onboard', ...place(), ...onboard });
      await holdBy(['example.com/holder']);
    });
    afterEach(async () => {
      await holdBy(null);
      await bench.close();
    });

    it('has no other made in its place until it is gone', async () => {
      const former = await bench.kubernetes('GET', account());
      await expect(rotate()).rejects.toMatchObject({
        code: 'conflict',
        message: expect.stringMatching(/finalizers hold it.*Wait/),
      });
      const dying = await bench.kubernetes('GET', account());
      const uid = at(former, 'metadata', 'uid');
      expect(at(dying, 'metadata', 'uid')).toBe(uid);
      const before = await tenantObjects(bench);
      await expect(rotate()).rejects.toMatchObject({
        code: 'conflict',
        message: expect.stringContaining('is being deleted'),
      });
      expect(await tenantObjects(bench)).toEqual(before);
      await holdBy(null);
      const { steps } = await rotate();
      expect(steps).toMatchObject([{ outcome: 'created' }]);
      const next = await bench.kubernetes('GET', account());
      expect(at(next, 'metadata', 'deletionTimestamp')).toBeUndefined();
      expect(at(next, 'metadata', 'uid')).not.toBe(uid);
    });

    it('does not keep the tenant from its end, which says so', async () => {
      const { steps, notes } = await run({
        operation: 'tenant-offboard',
        ...place(),
      });
      expect(steps.map(({ id }) => id)).toContain('former-config-map');
      expect(notes).toContainEqual({
        code: 'step-warning',
        severity: 'warning',
        message: expect.stringContaining('finalizers hold it'),
      });
    });
  });
}
