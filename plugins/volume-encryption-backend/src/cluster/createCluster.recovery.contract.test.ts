import { describeOnOwnTestbed } from 'testbed';
import { administrate } from './__testUtils__/administrate';
import { configFor } from './__testUtils__/ClusterUnderTest';
import { createCluster } from './createCluster';
import { usualTiming } from './WatchTiming';

jest.setTimeout(120_000);

describeOnOwnTestbed('a watch over a restart of the API server', testbed => {
  it('tells the failure, and then what happened after it', async () => {
    const { url, caFile, adminToken: admin } = testbed().kubernetes;
    const tokens = { admin, portal: admin, denied: '' };
    const cluster = { url, caFile, tokens };
    const { create } = await administrate(cluster);
    const timing = { ...usualTiming, firstDelayMs: 50, longestDelayMs: 500 };
    const { reader } = createCluster(configFor(cluster, admin), timing);
    const stop = new AbortController();
    const seen: string[] = [];
    let restarting: Promise<void> | undefined;
    const restart = async () => {
      await testbed().controls.apiServer.stop();
      await testbed().controls.apiServer.start();
      await create('configmaps', { metadata: { name: 'after' } });
    };
    const { signal } = stop;
    for await (const event of reader.watch('ConfigMap', { signal })) {
      seen.push(event.type);
      if (event.type === 'alive') restarting ??= restart();
      const told = event.type === 'replaced' ? event.objects : [];
      const objects = 'object' in event ? [event.object] : told;
      if (objects.some(it => it.meta.name === 'after')) stop.abort();
    }
    await restarting;
    expect(seen).toContain('failed');
    expect(seen.at(-1)).toMatch(/changed|replaced/);
  });
});
