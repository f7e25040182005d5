import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { watchedKinds, type VolumeIndex } from '../volumeIndex';

/**
 * How the watches of each cluster stand: whether one follows (1 or 0), and how
 * many seconds ago the cluster last confirmed what it knows; nothing of one that
 * was never read, so that no age is taken for a small one.
 */
export function observeClusters(
  metrics: MetricsService,
  { index, now }: { index: VolumeIndex; now: () => Date },
): void {
  const tablesOf = () =>
    index.snapshots().flatMap(({ cluster, tables }) =>
      watchedKinds.map(kind => ({
        attributes: { cluster, kind },
        ...{ state: tables[kind].state, observedAt: tables[kind].observedAt },
      })),
    );
  metrics
    .createObservableGauge('volume_encryption.cluster.watch.synced', {
      description: 'Whether the watch of a kind follows the cluster',
    })
    .addCallback(result => {
      for (const { state, attributes } of tablesOf()) {
        result.observe(state === 'synced' ? 1 : 0, attributes);
      }
    });
  metrics
    .createObservableGauge('volume_encryption.cluster.facts.age', {
      description:
        'Time since the cluster last confirmed the objects of a kind',
      unit: 's',
    })
    .addCallback(result => {
      for (const { observedAt, attributes } of tablesOf()) {
        if (observedAt === undefined) continue;
        const ageMs = now().getTime() - Date.parse(observedAt);
        result.observe(Math.max(0, ageMs / 1000), attributes);
      }
    });
}
