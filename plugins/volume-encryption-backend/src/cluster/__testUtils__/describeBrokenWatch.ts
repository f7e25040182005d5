// One suite for several servers.
/* eslint-disable jest/no-export */

import { startFaultProxy, type FaultProxy } from 'testbed';
import { createCluster } from '../createCluster';
import { usualTiming } from '../WatchTiming';
import { administrate, type Administration } from './administrate';
import { configFor, type ClusterUnderTest } from './ClusterUnderTest';
import { Follower } from './Follower';

/** What a watch must bear of the connection, whatever the server is. */
export function describeBrokenWatch(cluster: () => ClusterUnderTest): void {
  describe('watching over a bad connection', () => {
    let admin: Administration;
    let proxy: FaultProxy;
    let follower: Follower;
    beforeEach(async () => {
      admin = await administrate(cluster());
      proxy = await startFaultProxy(cluster().url);
      follower = new Follower(admin.namespace);
    });
    afterEach(async () => {
      follower.stop();
      await proxy.stop();
    });

    function reader({ silenceMs = 60_000, timeoutMs = 10_000 } = {}) {
      const { portal } = cluster().tokens;
      const through = { ...cluster(), url: proxy.url };
      const config = { ...configFor(through, portal), timeoutMs };
      const delays = { firstDelayMs: 10, longestDelayMs: 200 };
      return createCluster(config, { ...usualTiming, ...delays, silenceMs })
        .reader;
    }
    const make = (name: string) =>
      admin.create('configmaps', { metadata: { name } });

    it('misses nothing and tells nothing twice when it is cut', async () => {
      const work = async () => {
        for (let round = 0; round < 12; round++) {
          const name = `round-${round}`;
          await make(name);
          proxy.cut();
          await admin.change('configmaps', name, { data: { a: '1' } });
          if (round % 3 === 0) await admin.delete('configmaps', name);
          if (round % 4 === 1) proxy.cut();
        }
        await make('last');
      };
      let working: Promise<void> | undefined;
      await follower.follow(reader(), event => {
        if (event.type === 'alive') working ??= work();
        if (follower.present.has('last')) follower.stop();
      });
      await working;
      expect(follower.present).toEqual(await admin.versions('configmaps'));
      expect(follower.doubled).toEqual([]);
      expect(follower.told.failed).toBeGreaterThan(0);
      expect(proxy.connections.opened).toBeGreaterThan(2);
    });

    it('takes no event for whole that was cut in its middle', async () => {
      const cutting = async () => {
        await proxy.set({ kind: 'cut', afterBytes: 150 });
        await make('cut');
        await admin.change('configmaps', 'cut', { data: { a: '1' } });
      };
      let cut: Promise<void> | undefined;
      const whole = '1';
      await follower.follow(reader(), async event => {
        if (event.type === 'alive') cut ??= cutting();
        if (event.type === 'failed') await proxy.set();
        const isIt = event.type !== 'replaced' && 'object' in event;
        if (isIt && event.object.data.a === whole) follower.stop();
      });
      await cut;
      expect(follower.present).toEqual(await admin.versions('configmaps'));
      expect(follower.doubled).toEqual([]);
      expect(follower.told).toMatchObject({ replaced: 1, failed: 1 });
    });

    it('tells of a connection that is open and dead, and goes on', async () => {
      const dying = async () => {
        await proxy.set({ kind: 'hang' });
        await make('while-dead');
      };
      let dead: Promise<void> | undefined;
      const watched = reader({ silenceMs: 500, timeoutMs: 500 });
      await follower.follow(watched, async event => {
        if (event.type === 'alive') dead ??= dying();
        if (event.type === 'failed') await proxy.set();
        if (follower.present.has('while-dead')) follower.stop();
      });
      await dead;
      expect(follower.failures[0]).toMatchObject({ code: 'timeout' });
      expect(follower.doubled).toEqual([]);
    });

    it('goes on when nothing listened for a while', async () => {
      const outage = async () => {
        await proxy.set({ kind: 'refuse' });
        await make('while-away');
      };
      let away: Promise<void> | undefined;
      await follower.follow(reader(), async event => {
        if (event.type === 'alive') away ??= outage();
        if (follower.told.failed === 2) await proxy.set();
        if (follower.present.has('while-away')) follower.stop();
      });
      await away;
      const codes = follower.failures.map(it => Reflect.get(it, 'code'));
      expect(new Set(codes)).toEqual(new Set(['cluster-unreachable']));
      expect(follower.doubled).toEqual([]);
    });
  });
}
