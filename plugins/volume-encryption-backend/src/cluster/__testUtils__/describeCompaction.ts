// One suite for several servers.
/* eslint-disable jest/no-export */

import { startFaultProxy, type OwnTestbed } from 'testbed';
import { createCluster } from '../createCluster';
import { usualTiming } from '../WatchTiming';
import { administrate, ROOT_CA, type Administration } from './administrate';
import { configFor, type ClusterUnderTest } from './ClusterUnderTest';
import { Follower } from './Follower';
import { makeConfigMaps } from './makeConfigMaps';
import { queryOf, startRelay } from '../../network/__testUtils__/startRelay';

/**
 * What becomes of a position whose history was thrown away. The API server
 * keeps some of it in memory, so that it has to be started again, too.
 */
export function describeCompaction(
  cluster: () => ClusterUnderTest,
  testbed: () => OwnTestbed,
): void {
  describe('after a compaction', () => {
    let admin: Administration;
    beforeEach(async () => {
      admin = await administrate(cluster());
    });

    async function compact(): Promise<void> {
      const { apiServer, etcd } = testbed().controls;
      await etcd.compact();
      await apiServer.stop();
      await apiServer.start();
    }
    /** It waits so long that it does not fail thrice, which heals as well. */
    function readerAt(place: ClusterUnderTest) {
      const config = configFor(place, place.tokens.portal);
      const delays = { firstDelayMs: 8_000, longestDelayMs: 30_000 };
      const timing = { ...usualTiming, ...delays };
      return createCluster({ ...config, timeoutMs: 60_000 }, timing).reader;
    }
    const remove = (name: string) => admin.delete('configmaps', name);
    const make = (name: string) =>
      admin.create('configmaps', { metadata: { name } });

    it('a list begins anew, and misses nothing', async () => {
      const names = await makeConfigMaps(admin, 520);
      const asked: string[] = [];
      const relay = await startRelay(cluster(), async path => {
        const query = queryOf(path);
        if (query.has('continue') && !asked.includes('second page')) {
          await remove('many-000000');
          await make('aa-made-meanwhile');
          await compact();
        }
        asked.push(query.has('continue') ? 'second page' : 'first page');
        return path;
      });
      const { namespace } = admin;
      const through = { ...cluster(), url: relay.url, caFile: undefined };
      const found = await readerAt(through).list('ConfigMap', { namespace });
      await relay.stop();
      const pages = ['first page', 'second page'];
      expect(asked).toEqual([...pages, ...pages]);
      const seen = found.map(it => it.meta.name);
      expect(seen.filter(it => it !== ROOT_CA).sort()).toEqual([
        'aa-made-meanwhile',
        ...names.slice(1),
      ]);
    });

    it('a watch lists anew, and misses nothing', async () => {
      const follower = new Follower(admin.namespace);
      await make('kept');
      await make('gone-meanwhile');
      const proxy = await startFaultProxy(cluster().url);
      const outage = async () => {
        await proxy.set({ kind: 'refuse' });
        await remove('gone-meanwhile');
        await make('made-meanwhile');
        await compact();
        await proxy.set();
      };
      let away: Promise<void> | undefined;
      const { url } = proxy;
      await follower.follow(readerAt({ ...cluster(), url }), event => {
        if (event.type === 'alive') away ??= outage();
        if (follower.told.replaced === 2) follower.stop();
      });
      await away;
      await proxy.stop();
      expect(follower.present).toEqual(await admin.versions('configmaps'));
      expect([...follower.present.keys()]).toEqual(['kept', 'made-meanwhile']);
      expect(follower.told).toMatchObject({ changed: 0, deleted: 0 });
      expect(follower.told.failed).toBeLessThan(3);
    });
  });
}
