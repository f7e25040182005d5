// A suite that runs on several servers.
/* eslint-disable jest/no-export */

import type { Entity } from '@backstage/catalog-model';
import { at } from './json';
import { clusterName, type OperationsUnderTest } from './OperationsUnderTest';
import { workbench, type Workbench } from './Workbench';

const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'orders',
    annotations: { 'backstage.io/kubernetes-id': 'orders' },
  },
};
const context = { requestedBy: 'user:default/ada', entity };

/** What the operations `storage-class` and `claim` must do on all servers. */
export function describeClassesAndClaims(
  under: () => OperationsUnderTest,
): void {
  describe('storage-class and claim', () => {
    let bench: Workbench;
    beforeEach(async () => {
      bench = await workbench(under());
    });
    afterEach(() => bench.close());

    const classRequest = () => ({
      operation: 'storage-class' as const,
      cluster: clusterName,
      name: bench.namespace,
      kmsId: 'vault-tenant-sa',
      provisioner: 'rook-ceph.rbd.csi.ceph.com',
      clusterId: 'rook-ceph',
      pool: 'replicapool',
      secretNamespace: 'rook-ceph',
      reclaimPolicy: 'Delete' as const,
      bindingMode: 'WaitForFirstConsumer' as const,
    });
    const claimRequest = () => ({
      operation: 'claim' as const,
      entityRef: 'component:default/orders',
      cluster: clusterName,
      namespace: bench.namespace,
      name: 'orders-data',
      storageClass: bench.namespace,
      size: '10Gi',
      accessMode: 'ReadWriteOnce' as const,
      volumeMode: 'Filesystem' as const,
    });
    type Request = Parameters<ReturnType<typeof bench.service>['run']>[0];
    const run = (request: Request) => bench.service().run(request, context);
    const outcomes = async (request: Request) =>
      (await run(request)).steps.map(({ outcome }) => outcome);
    const classPath = () =>
      `/apis/storage.k8s.io/v1/storageclasses/${bench.namespace}`;
    const claims = () =>
      `/api/v1/namespaces/${bench.namespace}/persistentvolumeclaims`;

    it('publishes a class, once', async () => {
      expect(await outcomes(classRequest())).toEqual(['created']);
      expect(await outcomes(classRequest())).toEqual(['unchanged']);
      const published = await bench.kubernetes('GET', classPath());
      expect(at(published, 'parameters')).toMatchObject({
        encrypted: 'true',
        encryptionKMSID: 'vault-tenant-sa',
      });
    });

    it("leaves somebody else's class as it is", async () => {
      await bench.kubernetes('POST', '/apis/storage.k8s.io/v1/storageclasses', {
        metadata: { name: bench.namespace },
        provisioner: 'rook-ceph.rbd.csi.ceph.com',
      });
      await expect(run(classRequest())).rejects.toMatchObject({
        code: 'not-ours',
      });
      const kept = await bench.kubernetes('GET', classPath());
      expect(at(kept, 'parameters')).toBeUndefined();
    });

    it("makes a claim that is the entity's, once", async () => {
      await run(classRequest());
      expect(await outcomes(claimRequest())).toEqual(['created']);
      expect(await outcomes(claimRequest())).toEqual(['unchanged']);
      const made = await bench.kubernetes('GET', `${claims()}/orders-data`);
      expect(at(made, 'metadata', 'labels')).toMatchObject({
        'backstage.io/kubernetes-id': 'orders',
        'app.kubernetes.io/managed-by': 'backstage-volume-encryption',
      });
    });

    it("leaves somebody else's claim as it is", async () => {
      await run(classRequest());
      await bench.kubernetes('POST', claims(), {
        metadata: { name: 'orders-data' },
        spec: {
          storageClassName: bench.namespace,
          accessModes: ['ReadWriteOnce'],
          resources: { requests: { storage: '1Gi' } },
        },
      });
      await expect(run(claimRequest())).rejects.toMatchObject({
        code: 'not-ours',
        message: expect.stringContaining('orders-data'),
      });
      const kept = await bench.kubernetes('GET', `${claims()}/orders-data`);
      expect(at(kept, 'spec', 'resources', 'requests', 'storage')).toBe('1Gi');
    });

    it('makes no claim for an entity without a Kubernetes id', async () => {
      await run(classRequest());
      const bare = { ...entity, metadata: { name: 'orders' } };
      await expect(
        bench.service().run(claimRequest(), { ...context, entity: bare }),
      ).rejects.toMatchObject({ code: 'invalid-input', field: 'entityRef' });
    });

    it.each([
      'backstage.io/kubernetes-namespace',
      'backstage.io/kubernetes-cluster',
    ])('makes no claim that the entity would not see by %s', async place => {
      await run(classRequest());
      const { metadata } = entity;
      const annotations = { ...metadata.annotations, [place]: 'elsewhere' };
      const away = { ...entity, metadata: { ...metadata, annotations } };
      await expect(
        bench.service().run(claimRequest(), { ...context, entity: away }),
      ).rejects.toMatchObject({ code: 'invalid-input', field: 'namespace' });
      expect(at(await bench.kubernetes('GET', claims()), 'items')).toEqual([]);
    });

    it('has no default for what it does not know', async () => {
      const secret = {
        operation: 'tenant-secret' as const,
        cluster: clusterName,
        namespace: bench.namespace,
        kmsId: 'vault-tokens',
      };
      await expect(run({ ...secret, cluster: 'other' })).rejects.toMatchObject({
        code: 'unknown-cluster',
      });
      await expect(run({ ...secret, kmsId: 'other' })).rejects.toMatchObject({
        code: 'unknown-connection',
      });
      await expect(
        run({ ...secret, kmsId: 'elsewhere' }),
      ).rejects.toMatchObject({
        code: 'unknown-kms',
      });
      await expect(
        run({ ...secret, namespace: 'no-such-namespace' }),
      ).rejects.toMatchObject({ code: 'not-found' });
      await expect(
        run({ ...claimRequest(), storageClass: 'no-such-class' }),
      ).rejects.toMatchObject({ code: 'unknown-storage-class' });
    });
  });
}
