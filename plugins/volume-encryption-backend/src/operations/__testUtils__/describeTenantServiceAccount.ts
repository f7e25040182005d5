// A suite that runs on several servers.
/* eslint-disable jest/no-export */

import { at } from './json';
import { clusterName, type OperationsUnderTest } from './OperationsUnderTest';
import { finishedTenant, tenantEnd } from './tenantEnd';
import { workbench, type Workbench } from './Workbench';

const context = { requestedBy: 'user:default/ada' };

/** What the operation `tenant-service-account` must do on all servers. */
export function describeTenantServiceAccount(
  under: () => OperationsUnderTest,
): void {
  describe('tenant-service-account', () => {
    let bench: Workbench;
    beforeEach(async () => {
      bench = await workbench(under());
    });
    afterEach(async () => {
      jest.restoreAllMocks();
      await bench.close();
    });

    const request = () => ({
      operation: 'tenant-service-account' as const,
      cluster: clusterName,
      namespace: bench.namespace,
      kmsId: 'vault-tenant-sa',
    });
    const run = () => bench.service().run(request(), context);
    const inNamespace = (path: string) =>
      `/api/v1/namespaces/${bench.namespace}/${path}`;
    const expectEnd = async () => {
      expect(await tenantEnd(bench)).toEqual(finishedTenant);
      const account = inNamespace('serviceaccounts/ceph-csi-vault-sa');
      expect(
        at(await bench.kubernetes('GET', account), 'metadata', 'labels'),
      ).toEqual({
        'app.kubernetes.io/managed-by': 'backstage-volume-encryption',
      });
    };

    it('gives a tenant mount, ServiceAccount and ConfigMap from nothing', async () => {
      const { steps, references } = await run();
      expect(steps.map(({ outcome }) => outcome)).toEqual([
        'created',
        'created',
        'created',
      ]);
      expect(references).toEqual([
        { kind: 'Mount', name: `csi/${clusterName}.${bench.namespace}` },
        {
          kind: 'ServiceAccount',
          cluster: clusterName,
          namespace: bench.namespace,
          name: 'ceph-csi-vault-sa',
        },
        {
          kind: 'ConfigMap',
          cluster: clusterName,
          namespace: bench.namespace,
          name: 'ceph-csi-kms-config',
        },
      ]);
      await expectEnd();
      expect(bench.lines).toHaveLength(3);
    });

    it('changes nothing when it is run again', async () => {
      await run();
      const { steps } = await run();
      expect(steps.map(({ outcome }) => outcome)).toEqual([
        'unchanged',
        'unchanged',
        'unchanged',
      ]);
      await expectEnd();
    });

    it('plans without a change', async () => {
      const plan = await bench.service().plan(request(), context);
      expect(plan.steps.map(({ change }) => change)).toEqual([
        'create',
        'create',
        'create',
      ]);
      await expect(tenantEnd(bench)).rejects.toThrow(/^40[04]/);
    });

    it('stops between two steps when it is told to', async () => {
      const controller = new AbortController();
      const { ensureMount } = bench.kms;
      jest.spyOn(bench.kms, 'ensureMount').mockImplementation((...given) => {
        const outcome = ensureMount(...given);
        return outcome.finally(() => controller.abort());
      });
      await expect(
        bench
          .service()
          .run(request(), { ...context, signal: controller.signal }),
      ).rejects.toMatchObject({
        code: 'aborted',
        message: expect.stringContaining('ServiceAccount'),
      });
      await run();
      await expectEnd();
    });

    it.each([
      ['configmaps', 'ConfigMap', 'ceph-csi-kms-config'],
      ['serviceaccounts', 'ServiceAccount', 'ceph-csi-vault-sa'],
    ])(
      "leaves somebody else's %s as they are",
      async (resource, kind, name) => {
        await bench.kubernetes('POST', inNamespace(resource), {
          metadata: { name, labels: { team: 'theirs' } },
        });
        const path = inNamespace(`${resource}/${name}`);
        const before = await bench.kubernetes('GET', path);
        await expect(run()).rejects.toMatchObject({
          code: 'not-ours',
          message: expect.stringContaining(
            `${kind} ${bench.namespace}/${name}`,
          ),
        });
        expect(await bench.kubernetes('GET', path)).toEqual(before);
        await expect(tenantEnd(bench)).rejects.toThrow(/^40[04]/);
      },
    );
  });
}
