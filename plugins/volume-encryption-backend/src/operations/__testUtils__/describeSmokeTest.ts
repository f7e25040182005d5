// A suite that runs on several servers.
/* eslint-disable jest/no-export */

import type { OperationProgress } from 'backstage-plugin-volume-encryption-common';
import { at } from './json';
import { clusterName, type OperationsUnderTest } from './OperationsUnderTest';
import { workbench, type Workbench } from './Workbench';

const NAME = 'volume-encryption-smoke-test';
const CLASSES = '/apis/storage.k8s.io/v1/storageclasses';
const labels = {
  'app.kubernetes.io/managed-by': 'backstage-volume-encryption',
  'volume-encryption.backstage.io/test-run': 'former',
};
const context = { requestedBy: 'user:default/ada' };
const quick = { look: 100, bind: 2_000, job: 500, removal: 10_000 };

/** What the operation `smoke-test` must do on all servers without a kubelet. */
export function describeSmokeTest(under: () => OperationsUnderTest): void {
  describe('smoke-test', () => {
    let bench: Workbench;
    const home = () => `/api/v1/namespaces/${bench.namespace}`;
    const claims = () => `${home()}/persistentvolumeclaims`;
    const jobs = () => `/apis/batch/v1/namespaces/${bench.namespace}/jobs`;
    const makeClass = (volumeBindingMode: string) =>
      bench.kubernetes('POST', CLASSES, {
        metadata: { name: bench.namespace },
        provisioner: 'nobody.example.com',
        volumeBindingMode,
      });

    beforeEach(async () => {
      bench = await workbench(under());
      const annotations = {
        'volume-encryption.backstage.io/owner': 'group:default/shop',
      };
      await bench.kubernetes('PATCH', home(), { metadata: { annotations } });
    });
    afterEach(() => bench.close());

    const request = () => ({
      operation: 'smoke-test' as const,
      cluster: clusterName,
      namespace: bench.namespace,
      storageClass: bench.namespace,
    });
    const service = (now?: () => Date) => {
      const volumes = { claimVolume: async () => undefined };
      const jobTesting = {
        image: 'curlimages/curl:8.16.0',
        volumes,
        timing: quick,
      };
      return bench.service({ jobTesting, now });
    };
    const run = (its: object = {}) =>
      service().run(request(), { ...context, ...its });
    const left = async () =>
      [
        at(await bench.kubernetes('GET', claims()), 'items'),
        at(await bench.kubernetes('GET', jobs()), 'items'),
      ].flat();
    const codesOf = ({ notes }: { notes: { code: string }[] }) =>
      notes.map(({ code }) => code);

    it('says that no node runs pods, and leaves nothing', async () => {
      await makeClass('WaitForFirstConsumer');
      const result = await run();
      expect(result.steps).toMatchObject([{ outcome: 'tested' }]);
      expect(codesOf(result)).toEqual(['smoke-test-inconclusive']);
      expect(result.notes[0].message).toContain('no node of this cluster');
      expect(await left()).toEqual([]);
    });

    it('fails where the claim is not bound in time, and leaves nothing', async () => {
      await makeClass('Immediate');
      const told: OperationProgress[] = [];
      const result = await run({
        onProgress: (it: OperationProgress) => told.push(it),
      });
      expect(codesOf(result)).toEqual(['smoke-test-failed']);
      expect(told[0]).toMatchObject({ note: { code: 'smoke-test-failed' } });
      expect(await left()).toEqual([]);
    });

    it('leaves nothing when it is aborted', async () => {
      await makeClass('Immediate');
      const caller = new AbortController();
      const { signal } = caller;
      const ended = run({ signal }).catch(error => error);
      for (let looks = 0; looks < 20; looks++) {
        if ((await left()).length === 2) break;
        await new Promise(resolve => setTimeout(resolve, 20));
      }
      expect(await left()).toHaveLength(2);
      caller.abort();
      expect(await ended).toMatchObject({ code: 'aborted' });
      expect(await left()).toEqual([]);
    });

    it('only plans, where that is asked for', async () => {
      await makeClass('Immediate');
      const { steps } = await bench.service().plan(request(), context);
      expect(steps).toMatchObject([{ kind: 'smoke-test', change: 'create' }]);
      expect(await left()).toEqual([]);
    });

    it('removes what a test left that was cut off, after a quarter of an hour', async () => {
      await makeClass('WaitForFirstConsumer');
      await bench.kubernetes('POST', claims(), {
        metadata: { name: NAME, labels },
        spec: {
          storageClassName: bench.namespace,
          accessModes: ['ReadWriteOnce'],
          resources: { requests: { storage: '1Gi' } },
        },
      });
      await expect(run()).rejects.toMatchObject({
        code: 'conflict',
        message: expect.stringContaining('Another test'),
      });
      const later = () => new Date(Date.now() + 1_000_000);
      const result = await service(later).run(request(), context);
      expect(result.steps.map(({ outcome }) => outcome)).toEqual([
        'deleted',
        'tested',
      ]);
      expect(await left()).toEqual([]);
    });

    it('does nothing in a namespace that serves nobody, or with no such class', async () => {
      await expect(run()).rejects.toMatchObject({
        code: 'unknown-storage-class',
      });
      await makeClass('Immediate');
      const annotations = { 'volume-encryption.backstage.io/owner': null };
      await bench.kubernetes('PATCH', home(), { metadata: { annotations } });
      await expect(run()).rejects.toMatchObject({ code: 'no-consent' });
      expect(await left()).toEqual([]);
    });
  });
}
