// One suite for several servers.
/* eslint-disable jest/no-export */

import { startFaultProxy, type FaultProxy } from 'testbed';
import { createCluster } from '../createCluster';
import { configFor, type ClusterUnderTest } from './ClusterUnderTest';

/** How many connections an API server with TLS sees, and what breaks them. */
export function describeConnections(cluster: () => ClusterUnderTest): void {
  describe('connections', () => {
    let proxy: FaultProxy;
    beforeEach(async () => {
      proxy = await startFaultProxy(cluster().url);
    });
    afterEach(() => proxy.stop());

    const reader = (maxConnections: number) =>
      createCluster({
        ...configFor({ ...cluster(), url: proxy.url }, cluster().tokens.portal),
        maxConnections,
        timeoutMs: 60_000,
      }).reader;
    const many = (count: number, call: () => Promise<unknown>) =>
      Promise.all(Array.from({ length: count }, call));

    it('is one for 200 calls in turn', async () => {
      const { list } = reader(16);
      for (let i = 0; i < 200; i++) await list('StorageClass', {});
      expect(proxy.connections.opened).toBe(1);
    });

    it('are as many as configured for 300 calls at a time', async () => {
      const { list } = reader(7);
      await many(300, () => list('StorageClass', {}));
      expect(proxy.connections.opened).toBe(7);
    });

    it('are left to calls by eight watches', async () => {
      const { list, watch } = reader(1);
      const stop = new AbortController();
      const { signal } = stop;
      await many(8, async () => {
        const events = watch('ConfigMap', { signal })[Symbol.asyncIterator]();
        let told = '';
        while (told !== 'alive') told = (await events.next()).value.type;
      });
      await many(20, () => list('StorageClass', {}));
      expect(proxy.connections.opened).toBe(9);
      stop.abort();
    });

    it('cost no call when they are cut while nothing passes', async () => {
      const { list } = reader(4);
      for (let i = 0; i < 10; i++) {
        await many(4, () => list('StorageClass', {}));
        proxy.cut();
        await expect(list('StorageClass', {})).resolves.toBeDefined();
      }
    });
  });
}
