// A suite that runs on several servers.
/* eslint-disable jest/no-export */

import { at } from './json';
import { clusterName, type OperationsUnderTest } from './OperationsUnderTest';
import { csiNamespace } from './prepareCluster';
import { workbench, type Workbench } from './Workbench';

const context = { requestedBy: 'user:default/ada' };

/** What the operation `kms-test` must do on all servers without a kubelet. */
export function describeKmsTest(under: () => OperationsUnderTest): void {
  describe('kms-test', () => {
    let bench: Workbench;
    beforeAll(async () => {
      bench = await workbench(under());
    });
    afterAll(() => bench.close());

    const requestOf = (kmsId: string) => ({
      operation: 'kms-test' as const,
      ...{ cluster: clusterName, kmsId },
    });
    const jobs = async () =>
      at(
        await bench.kubernetes(
          'GET',
          `/apis/batch/v1/namespaces/${csiNamespace}/jobs`,
        ),
        'items',
      );
    const service = () => {
      const volumes = { claimVolume: async () => undefined };
      const timing = { look: 100, bind: 500, job: 500, removal: 10_000 };
      const image = 'curlimages/curl:8.16.0';
      return bench.service({ jobTesting: { image, volumes, timing } });
    };

    it('says that no node runs pods, and leaves nothing', async () => {
      const result = await service().run(requestOf('vault-tokens'), context);
      expect(result.steps).toMatchObject([{ outcome: 'tested' }]);
      expect(result.references).toEqual([]);
      expect(result.notes).toMatchObject([
        {
          code: 'kms-test-inconclusive',
          message: expect.stringContaining('no node of this cluster runs pods'),
        },
      ]);
      expect(await jobs()).toEqual([]);
    });

    it('only plans, where that is asked for', async () => {
      const { steps } = await service().plan(
        requestOf('vault-tenant-sa'),
        context,
      );
      expect(steps).toMatchObject([{ kind: 'kms-test', change: 'create' }]);
      expect(await jobs()).toEqual([]);
    });

    it('knows no connection that is not there', async () => {
      await expect(
        service().run(requestOf('nope'), context),
      ).rejects.toMatchObject({ code: 'unknown-connection', field: 'kmsId' });
      expect(await jobs()).toEqual([]);
    });
  });
}
