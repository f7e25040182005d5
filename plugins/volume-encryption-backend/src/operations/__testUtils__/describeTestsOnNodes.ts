// A suite for real servers of our own: a node is made.
/* eslint-disable jest/no-export */

import type { OperationProgress } from 'backstage-plugin-volume-encryption-common';
import { Systems } from '../../systems';
import { at } from './json';
import { clusterName, type OperationsUnderTest } from './OperationsUnderTest';
import { PlayedNode } from './PlayedNode';
import { csiNamespace } from './prepareCluster';
import { workbench, type Workbench } from './Workbench';

const CLASSES = '/apis/storage.k8s.io/v1/storageclasses';
const VOLUMES = '/api/v1/persistentvolumes';
const context = { requestedBy: 'user:default/ada' };
const timing = { look: 100, bind: 10_000, job: 20_000, removal: 20_000 };
const volumes = { claimVolume: async () => undefined };

/** What tests find out where pods run, and where volumes are bound. */
export function describeTestsOnNodes(under: () => OperationsUnderTest): void {
  describe('a Job that tests', () => {
    let bench: Workbench;
    let node: PlayedNode;
    beforeEach(async () => {
      bench = await workbench(under());
      node = new PlayedNode(bench.kubernetes);
      const annotations = {
        'volume-encryption.backstage.io/owner': 'group:default/shop',
      };
      const home = `/api/v1/namespaces/${bench.namespace}`;
      await bench.kubernetes('PATCH', home, { metadata: { annotations } });
    });
    afterEach(() => bench.close());

    const service = (its: object = {}) => {
      const jobTesting = { image: 'curlimages/curl:8.16.0', volumes, timing };
      return bench.service({ jobTesting, ...its });
    };
    /** A class, and a volume that is there for whoever asks for it. */
    const makeVolume = async () => {
      const metadata = { name: bench.namespace };
      const provisioner = 'nobody.example.com';
      await bench.kubernetes('POST', CLASSES, { metadata, provisioner });
      await bench.kubernetes('POST', VOLUMES, {
        metadata,
        spec: {
          storageClassName: bench.namespace,
          accessModes: ['ReadWriteOnce'],
          capacity: { storage: '1Gi' },
          csi: { driver: provisioner, volumeHandle: bench.namespace },
        },
      });
    };
    const smokeTest = () => ({
      operation: 'smoke-test' as const,
      cluster: clusterName,
      namespace: bench.namespace,
      storageClass: bench.namespace,
    });
    const kmsTest = (kmsId: string) => ({
      operation: 'kms-test' as const,
      cluster: clusterName,
      kmsId,
    });
    const left = async (namespace: string) => {
      const api = `/api/v1/namespaces/${namespace}`;
      const jobs = `/apis/batch/v1/namespaces/${namespace}/jobs`;
      const paths = [`${api}/persistentvolumeclaims`, jobs, `${api}/pods`];
      const lists = await Promise.all(
        paths.map(it => bench.kubernetes('GET', it)),
      );
      return lists.flatMap(it => at(it, 'items'));
    };
    const told = ({ notes }: { notes: { code: string; message: string }[] }) =>
      notes.map(({ code, message }) => `${code}: ${message}`).join('\n');

    it('tests up to Bound where no node runs pods', async () => {
      await makeVolume();
      const result = await service().run(smokeTest(), context);
      expect(told(result)).toMatch(
        /smoke-test-bound[^]*smoke-test-inconclusive: The Job could not run, because no node/,
      );
      expect(await left(bench.namespace)).toEqual([]);
    });

    it('goes by itself with its claim where the portal dies', async () => {
      await makeVolume();
      const { reader, writer, ...cluster } = bench.cluster;
      const died = new Error('The process is gone.');
      const mortal = {
        ...{ ...cluster, reader },
        writer: { ...writer, delete: () => Promise.reject(died) },
      };
      const systems = new Systems({ clusters: [mortal], kms: [bench.kms] });
      const ended = await service({
        systems,
        jobTesting: {
          ...{ image: 'curlimages/curl:8.16.0', volumes },
          timing: { ...timing, removal: 0 },
        },
      }).run(smokeTest(), context);
      expect(told(ended)).toMatch(/test-leftover[^]*by itself/);
      expect(await left(bench.namespace)).toHaveLength(3);
      // As the controller does, `ttlSecondsAfterFinished` after the Job's end.
      const job = `/apis/batch/v1/namespaces/${bench.namespace}/jobs/volume-encryption-smoke-test`;
      await bench.kubernetes('DELETE', `${job}?propagationPolicy=Foreground`);
      const deadline = Date.now() + 20_000;
      while ((await left(bench.namespace)).length && Date.now() < deadline) {
        await new Promise(resolve => setTimeout(resolve, 100));
      }
      expect(await left(bench.namespace)).toEqual([]);
    });

    describe('on a node', () => {
      beforeEach(() => node.join());
      afterEach(() => node.leave());

      it('writes and reads where one does, and leaves nothing', async () => {
        await makeVolume();
        const [result] = await Promise.all([
          service().run(smokeTest(), context),
          node.run(bench.namespace),
        ]);
        expect(told(result)).toMatch(/smoke-test-bound[^]*smoke-test-passed/);
        expect(await left(bench.namespace)).toEqual([]);
      });

      it.each([
        ['vault-tokens', /kms-test-answered: .*it is active/],
        [
          'elsewhere',
          /kms-test-failed: .*the name in its address is not known/,
        ],
      ])('asks the Vault of connection %s', async (kmsId, words) => {
        const seen: OperationProgress[] = [];
        const onProgress = (it: OperationProgress) => seen.push(it);
        const [result] = await Promise.all([
          service().run(kmsTest(kmsId), { ...context, onProgress }),
          node.run(csiNamespace),
        ]);
        expect(told(result)).toMatch(words);
        expect(JSON.stringify(seen)).toContain('kms-test-');
        expect(await left(csiNamespace)).toEqual([]);
      });
    });
  });
}
