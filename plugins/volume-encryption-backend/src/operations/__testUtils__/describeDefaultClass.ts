// A suite that runs on several servers.
/* eslint-disable jest/no-export */

import { isVolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';
import { Systems } from '../../systems';
import { stepApplier } from '../applyStep';
import { at } from './json';
import { clusterName, type OperationsUnderTest } from './OperationsUnderTest';
import { clusterOf, workbench, type Workbench } from './Workbench';

const CLASSES = '/apis/storage.k8s.io/v1/storageclasses';
const MARK = 'storageclass.kubernetes.io/is-default-class';
const BETA = 'storageclass.beta.kubernetes.io/is-default-class';
const context = { requestedBy: 'user:default/ada' };

/**
 * What the operation `storage-class-default` must do on all servers. Only on
 * servers of our own: it takes the mark off every class that is there.
 */
export function describeDefaultClass(under: () => OperationsUnderTest): void {
  describe('storage-class-default', () => {
    let bench: Workbench;
    let names: { chosen: string; former: string; older: string };
    const make = (name: string, annotations: object, parameters: object) =>
      bench.kubernetes('POST', CLASSES, {
        metadata: { name, annotations: { ...annotations } },
        provisioner: 'rook-ceph.rbd.csi.ceph.com',
        parameters: {
          clusterID: 'rook-ceph',
          encryptionKMSID: 'vault-tenant-sa',
          ...parameters,
        },
      });
    beforeEach(async () => {
      bench = await workbench(under());
      const { namespace } = bench;
      names = {
        chosen: `${namespace}-chosen`,
        former: `${namespace}-former`,
        older: `${namespace}-older`,
      };
      await make(names.older, { [BETA]: 'true', [MARK]: 'true' }, {});
      await make(names.former, { [MARK]: 'true', theirs: 'kept' }, {});
      await make(names.chosen, { theirs: 'kept' }, { encrypted: 'true' });
    });
    afterEach(async () => {
      for (const name of Object.values(names)) {
        await bench.kubernetes('DELETE', `${CLASSES}/${name}`);
      }
      await bench.close();
    });

    const request = (name = names.chosen) => ({
      operation: 'storage-class-default' as const,
      cluster: clusterName,
      name,
    });
    const annotationsOf = async (name: string) =>
      at(
        await bench.kubernetes('GET', `${CLASSES}/${name}`),
        'metadata',
        'annotations',
      );
    const isMarked = async (name: string) =>
      JSON.stringify((await annotationsOf(name)) ?? {}).includes('"true"');
    const run = (name?: string) => bench.service().run(request(name), context);

    it('makes the class the only default, and changes nothing else', async () => {
      const { steps, references } = await run();
      expect(steps.map(({ outcome }) => outcome)).toEqual([
        'updated',
        'updated',
        'updated',
      ]);
      expect(references[0]).toEqual({
        kind: 'StorageClass',
        cluster: clusterName,
        namespace: undefined,
        name: names.chosen,
      });
      expect(await annotationsOf(names.chosen)).toEqual({
        [MARK]: 'true',
        theirs: 'kept',
      });
      expect(await annotationsOf(names.former)).toEqual({ theirs: 'kept' });
      expect((await annotationsOf(names.older)) ?? {}).toEqual({});
      const again = await run();
      expect(again.steps.map(({ outcome }) => outcome)).toEqual(['unchanged']);
    });

    it('only plans, where that is asked for', async () => {
      const plan = await bench.service().plan(request(), context);
      expect(plan.steps).toHaveLength(3);
      expect(await annotationsOf(names.chosen)).toEqual({ theirs: 'kept' });
      expect(await isMarked(names.former)).toBe(true);
    });

    it('has two defaults, never none, when it is cut off, and goes on', async () => {
      const cut = new AbortController();
      const cutOff = bench.service().run(request(), {
        ...context,
        signal: cut.signal,
        onProgress: ({ step }) => step && cut.abort(),
      });
      await expect(cutOff).rejects.toMatchObject({ code: 'aborted' });
      expect(await isMarked(names.chosen)).toBe(true);
      expect(await isMarked(names.former)).toBe(true);
      const { steps } = await run();
      expect(steps.map(({ outcome }) => outcome)).toEqual([
        'unchanged',
        'updated',
        'updated',
      ]);
      expect(await isMarked(names.former)).toBe(false);
    });

    it('leaves the others marked where the class was changed meanwhile', async () => {
      const { credentials, receipts, logger } = bench;
      const systems = new Systems({
        clusters: [bench.cluster],
        kms: [bench.kms],
      });
      const now = () => new Date();
      const apply = stepApplier({
        ...{ systems, credentials, receipts, logger, now },
        jobTesting: {
          image: '',
          volumes: { claimVolume: async () => undefined },
        },
      });
      const service = bench.service({
        applyStep: async (step, its) => {
          await bench.kubernetes('PATCH', `${CLASSES}/${names.chosen}`, {
            metadata: { labels: { somebody: 'else' } },
          });
          return apply(step, its);
        },
      });
      await expect(service.run(request(), context)).rejects.toMatchObject({
        code: 'conflict',
      });
      expect(await isMarked(names.chosen)).toBe(false);
      expect(await isMarked(names.former)).toBe(true);
    });

    it('takes no class that is not there or not encrypted', async () => {
      await expect(run('no-such-class')).rejects.toMatchObject({
        code: 'unknown-storage-class',
        field: 'name',
      });
      await expect(run(names.older)).rejects.toMatchObject({
        code: 'invalid-input',
        field: 'name',
      });
      expect(await isMarked(names.former)).toBe(true);
    });

    it('changes nothing where the classes cannot be read', async () => {
      const { kubernetes, ...others } = under();
      const nobody = { ...kubernetes, portalToken: 'nobody' };
      const cluster = clusterOf({ ...others, kubernetes: nobody });
      const systems = new Systems({ clusters: [cluster], kms: [bench.kms] });
      const failure = await bench
        .service({ systems })
        .run(request(), context)
        .catch(error => error);
      expect(isVolumeEncryptionError(failure) && failure.code).toBe(
        'cluster-denied',
      );
      expect(await isMarked(names.former)).toBe(true);
    });
  });
}
