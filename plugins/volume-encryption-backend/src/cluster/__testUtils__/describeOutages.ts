// One suite for several servers.
/* eslint-disable jest/no-export */

import type { OwnTestbed } from 'testbed';
import { createCluster } from '../createCluster';
import { usualTiming } from '../WatchTiming';
import { administrate, type Administration } from './administrate';
import { configFor, type ClusterUnderTest } from './ClusterUnderTest';
import { Follower } from './Follower';

/** What a watch must bear of an API server that ends, or stands still. */
export function describeOutages(
  cluster: () => ClusterUnderTest,
  testbed: () => OwnTestbed,
): void {
  describe('watching through an outage', () => {
    let admin: Administration;
    let follower: Follower;
    beforeEach(async () => {
      admin = await administrate(cluster());
      follower = new Follower(admin.namespace);
    });
    afterEach(() => follower.stop());

    /** Follows as the portal until there is an object named "after". */
    async function followThrough(
      outage: () => Promise<unknown>,
      { silenceMs = 60_000, timeoutMs = 10_000 } = {},
    ): Promise<void> {
      const config = configFor(cluster(), cluster().tokens.portal);
      const delays = { firstDelayMs: 50, longestDelayMs: 500, silenceMs };
      const timing = { ...usualTiming, ...delays };
      const { reader } = createCluster({ ...config, timeoutMs }, timing);
      let passing: Promise<unknown> | undefined;
      await follower.follow(reader, event => {
        if (event.type === 'alive') passing ??= outage();
        if (follower.present.has('after')) follower.stop();
      });
      await passing;
    }
    const make = (name: string) =>
      admin.create('configmaps', { metadata: { name } });

    it('tells a restart, and then what happened after it', async () => {
      const { apiServer } = testbed().controls;
      await followThrough(async () => {
        await make('before');
        await apiServer.stop();
        await apiServer.start();
        await make('after');
      });
      expect(follower.told.failed).toBeGreaterThan(0);
      expect(follower.present).toEqual(await admin.versions('configmaps'));
      expect(follower.doubled).toEqual([]);
    });

    it('tells that it stands still, and goes on with it', async () => {
      const { apiServer } = testbed().controls;
      let resumed = false;
      const outage = async () => {
        await apiServer.pause();
        while (follower.told.failed === 0) {
          await new Promise(resolve => {
            setTimeout(resolve, 20);
          });
        }
        await apiServer.resume();
        resumed = true;
        await make('after');
      };
      await followThrough(outage, { silenceMs: 300, timeoutMs: 700 });
      expect(resumed).toBe(true);
      expect(follower.failures[0]).toMatchObject({ code: 'timeout' });
      expect(follower.present).toEqual(await admin.versions('configmaps'));
    });
  });
}
