// A suite that runs on several servers.
/* eslint-disable jest/no-export */

import type { OperationRequest } from 'backstage-plugin-volume-encryption-common';
import { at } from './json';
import { clusterName, type OperationsUnderTest } from './OperationsUnderTest';
import { handleOf, tenantObjects, writeKey } from './tenantObjects';
import { workbench, type Workbench } from './Workbench';

const context = { requestedBy: 'user:default/ada' };
const SNAPSHOTS = '/apis/snapshot.storage.k8s.io/v1';

/** What outlives volumes, on servers that know snapshots. */
export function describeLeftovers(under: () => OperationsUnderTest): void {
  describe('a tenant whose volumes are gone', () => {
    let bench: Workbench;
    beforeEach(async () => {
      bench = await workbench(under());
    });
    afterEach(() => bench.close());

    const place = () => ({
      cluster: clusterName,
      namespace: bench.namespace,
      kmsId: 'vault-tenant-sa',
    });
    const run = (request: OperationRequest) =>
      bench.service().run(request, context);
    const onboard = () =>
      run({
        operation: 'tenant-onboard',
        ...place(),
        owner: 'payments',
        createNamespace: false,
      });
    const offboard = () => run({ operation: 'tenant-offboard', ...place() });
    const shred = (confirm: string) =>
      run({ operation: 'tenant-shred', ...place(), confirm });
    const id = () => `${clusterName}.${bench.namespace}`;

    /** A snapshot as its controller leaves it, of a volume that is gone. */
    const makeSnapshot = async () => {
      const { namespace, kubernetes } = bench;
      const content = `${SNAPSHOTS}/volumesnapshotcontents`;
      await kubernetes('POST', content, {
        apiVersion: 'snapshot.storage.k8s.io/v1',
        kind: 'VolumeSnapshotContent',
        metadata: { name: `content-of-${namespace}` },
        spec: {
          driver: 'rook-ceph.rbd.csi.ceph.com',
          deletionPolicy: 'Retain',
          source: { volumeHandle: handleOf(namespace) },
          volumeSnapshotRef: { namespace, name: 'daily' },
        },
      });
      return () => kubernetes('DELETE', `${content}/content-of-${namespace}`);
    };

    it('does not end while a snapshot needs its keys', async () => {
      await onboard();
      const removeSnapshot = await makeSnapshot();
      const before = await tenantObjects(bench);
      await expect(offboard()).rejects.toMatchObject({
        code: 'in-use',
        message: expect.stringContaining(`content-of-${bench.namespace}`),
      });
      await expect(shred(id())).rejects.toMatchObject({ code: 'in-use' });
      expect(await tenantObjects(bench)).toEqual(before);
      await removeSnapshot();
      await offboard();
      expect((await tenantObjects(bench)).objects).toEqual([]);
    });

    it('is told how many keys stay', async () => {
      await onboard();
      await writeKey(bench, handleOf(bench.namespace));
      const { notes } = await offboard();
      expect(notes).toContainEqual(
        expect.objectContaining({
          code: 'keys-stay',
          message: expect.stringContaining('1 key.'),
        }),
      );
    });

    it('loses no key before it is offboarded, and none unasked', async () => {
      await onboard();
      await writeKey(bench, handleOf(bench.namespace));
      await expect(shred(id())).rejects.toMatchObject({ code: 'conflict' });
      await offboard();
      await expect(shred(bench.namespace)).rejects.toMatchObject({
        code: 'invalid-input',
        field: 'confirm',
      });
      const keys = await bench.vault(
        'GET',
        `/v1/csi/${id()}/metadata/?list=true`,
      );
      expect(at(keys, 'data', 'keys')).toEqual([handleOf(bench.namespace)]);
    });

    it('loses all keys and its mount when that is asked for', async () => {
      await onboard();
      await writeKey(bench, handleOf(bench.namespace));
      await offboard();
      const { receipt, steps } = await shred(id());
      expect(steps.map(({ outcome }) => outcome)).toEqual([
        'deleted',
        'deleted',
      ]);
      expect(receipt).toMatchObject({
        tenantId: id(),
        mount: `csi/${id()}`,
        mountRemoved: true,
        destroyed: [{ name: handleOf(bench.namespace) }],
        // Of what was there to destroy nothing remains.
        remaining: [{ name: 'backups of KMS "vault"' }],
      });
      await expect(
        bench.vault('GET', `/v1/sys/mounts/csi/${id()}`),
      ).rejects.toThrow(/^40[04]/);
      const again = await shred(id());
      expect(again.steps.map(({ outcome }) => outcome)).toEqual([
        'unchanged',
        'unchanged',
      ]);
    });
  });
}
