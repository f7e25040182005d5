// One suite for several servers.
/* eslint-disable jest/no-export */

import type { TestServer } from '../../network/__testUtils__/startServer';
import { administrate, type Administration } from './administrate';
import { clusterAs, type ClusterUnderTest } from './ClusterUnderTest';
import { Follower } from './Follower';
import { queryOf, startRelay } from '../../network/__testUtils__/startRelay';

/** What an API server must tell of a kind of which nothing changes. */
export function describeBookmarks(cluster: () => ClusterUnderTest): void {
  describe('bookmarks', () => {
    let admin: Administration;
    let relay: TestServer;
    let stirring: NodeJS.Timeout;
    beforeAll(async () => {
      admin = await administrate(cluster());
      // A bookmark comes each minute, and two seconds before the end that the
      // request asks for (Kubernetes cacher/cache_watcher.go).
      relay = await startRelay(cluster(), async path =>
        queryOf(path).has('watch') ? `${path}&timeoutSeconds=4` : path,
      );
      stirring = setInterval(() => void stir(), 200);
    });
    afterAll(async () => {
      clearInterval(stirring);
      await relay.stop();
    });

    /** Time goes on for ConfigMaps, of which none changes. */
    async function stir(): Promise<void> {
      const metadata = { generateName: 'stir-' };
      await admin.create('serviceaccounts', { metadata });
      await admin.get('configmaps', '');
    }

    it('move the position, so that a watch goes on from there', async () => {
      const follower = new Follower(admin.namespace);
      const through = { ...cluster(), url: relay.url, caFile: undefined };
      const { reader } = clusterAs(through, 'portal');
      const begun = () =>
        relay.requests
          .map(({ path }) => queryOf(path))
          .filter(query => query.has('watch'))
          .map(query => Number(query.get('resourceVersion')));
      await follower.follow(reader, () => {
        if (begun().length === 2) follower.stop();
      });
      const [first, second] = begun();
      expect(second).toBeGreaterThan(first);
      expect(follower.told).toMatchObject({
        changed: 0,
        deleted: 0,
        failed: 0,
      });
      expect(follower.told.alive).toBeGreaterThan(1);
    });
  });
}
