// One suite for several servers.
/* eslint-disable jest/no-export */

import type { Manifest } from 'backstage-plugin-volume-encryption-common';
import { administrate, type Administration } from './administrate';
import { clusterAs, type ClusterUnderTest } from './ClusterUnderTest';

/** What an API server must do with a namespace that is being deleted. */
export function describeTerminatingNamespace(
  cluster: () => ClusterUnderTest,
): void {
  describe('a namespace that is being deleted', () => {
    let admin: Administration;
    beforeAll(async () => {
      admin = await administrate(cluster());
      const metadata = { name: 'held', finalizers: ['example.com/holder'] };
      await admin.create('configmaps', { metadata });
      await admin.demand('DELETE', admin.home);
    });
    afterAll(() =>
      admin.change('configmaps', 'held', { metadata: { finalizers: null } }),
    );

    const configMap = (name: string): Manifest => ({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { namespace: admin.namespace, name },
      data: { any: 'thing' },
    });

    it('shows that it is', async () => {
      const { namespace: name } = admin;
      const { reader } = clusterAs(cluster(), 'portal');
      expect(await reader.get('Namespace', { name })).toMatchObject({
        meta: { name, deletedAt: expect.stringMatching(/^\d{4}-.*Z$/) },
      });
    });

    it.each([true, false])(
      'takes nothing new, and says why (dry run: %s)',
      async dryRun => {
        const { writer } = clusterAs(cluster(), 'admin');
        const created = writer.apply(configMap('new'), { dryRun });
        await expect(created).rejects.toMatchObject({
          code: 'conflict',
          message: `Namespace "${admin.namespace}" of cluster "tested" is being deleted.`,
        });
      },
    );

    it('lets what is still there be read and written', async () => {
      const { writer, reader } = clusterAs(cluster(), 'admin');
      expect(await writer.apply(configMap('held'), {})).toBe('updated');
      const { namespace } = admin;
      const found = await reader.list('ConfigMap', { namespace });
      expect(found.map(it => it.meta.name)).toContain('held');
    });
  });
}
