// One suite for several servers.
/* eslint-disable jest/no-export */

import type { WatchEvent } from 'backstage-plugin-volume-encryption-node';
import { createCluster } from '../createCluster';
import { usualTiming } from '../WatchTiming';
import { administrate, type Administration } from './administrate';
import { configFor, type ClusterUnderTest } from './ClusterUnderTest';

/** What every API server must do for `ClusterReader.watch`. */
export function describeWatch(cluster: () => ClusterUnderTest): void {
  describe('watching', () => {
    let admin: Administration;
    let stop: AbortController;
    beforeAll(async () => {
      admin = await administrate(cluster());
    });
    beforeEach(() => {
      stop = new AbortController();
    });
    afterEach(() => stop.abort());

    function follow(silenceMs: number) {
      const config = configFor(cluster(), cluster().tokens.portal);
      const timing = { ...usualTiming, silenceMs, firstDelayMs: 10 };
      const { reader } = createCluster(config, timing);
      return reader.watch('ConfigMap', { signal: stop.signal });
    }

    it('tells what is there, and then what happens', async () => {
      const { namespace } = admin;
      const body = { metadata: { name: 'before' } };
      await admin.create('configmaps', body);
      const seen: string[] = [];
      for await (const event of follow(60_000)) {
        if (event.type === 'alive') {
          await admin.create('configmaps', { metadata: { name: 'during' } });
        }
        seen.push(...namesIn(event, namespace));
        if (seen.at(-1) === 'changed during') {
          await admin.delete('configmaps', 'during');
        }
        if (seen.at(-1) === 'deleted during') stop.abort();
      }
      expect(seen).toEqual([
        expect.stringContaining('before'),
        'changed during',
        'deleted during',
      ]);
    });

    it('connects again after silence and misses nothing', async () => {
      const { namespace } = admin;
      const types: string[] = [];
      for await (const event of follow(200)) {
        types.push(event.type);
        const seen = namesIn(event, namespace);
        if (types.filter(it => it === 'alive').length === 3) {
          await admin
            .create('configmaps', { metadata: { name: 'late' } })
            .catch(() => {});
        }
        if (seen.includes('changed late')) stop.abort();
      }
      expect(types.filter(it => it === 'replaced')).toHaveLength(1);
      expect(types).not.toContain('failed');
    });

    it('says when it may not watch', async () => {
      const config = configFor(cluster(), cluster().tokens.denied);
      const { signal } = stop;
      const watch = createCluster(config).reader.watch('Pod', { signal });
      const events: WatchEvent<'Pod'>[] = [];
      for await (const event of watch) {
        events.push(event);
        stop.abort();
      }
      expect(events).toMatchObject([
        { type: 'failed', error: { code: 'cluster-denied' } },
      ]);
    });
  });
}

function namesIn(event: WatchEvent<'ConfigMap'>, namespace: string): string[] {
  const objects = {
    replaced: () => (event.type === 'replaced' ? event.objects : []),
    other: () => ('object' in event ? [event.object] : []),
  }[event.type === 'replaced' ? 'replaced' : 'other']();
  const names = objects
    .filter(it => it.meta.namespace === namespace)
    .map(it => it.meta.name);
  return names.length ? [`${event.type} ${names.join(' ')}`] : [];
}
