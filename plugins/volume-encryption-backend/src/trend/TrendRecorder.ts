import {
  coverageGroups,
  dayOf,
  daysToForget,
} from 'backstage-plugin-volume-encryption-common';
import type { Surveys } from '../overview/Surveys';
import type { TrendStore } from './TrendStore';

/** Records the coverage of today, and thins what is older. */
export class TrendRecorder {
  constructor(
    private readonly parts: {
      store: Pick<TrendStore, 'record' | 'days' | 'forget'>;
      surveys: Pick<Surveys, 'read'>;
      now: () => Date;
    },
  ) {}

  /** Of a cluster that cannot be read only that is recorded. */
  async run(): Promise<void> {
    const { store, surveys, now } = this.parts;
    const { assessedAt, clusters, volumes } = await surveys.read();
    const day = dayOf(assessedAt);
    const groups = coverageGroups(volumes);
    for (const { name: cluster, incomplete } of clusters) {
      const recorded = { day, cluster, isComplete: !incomplete, assessedAt };
      await store.record(recorded, groups);
    }
    const today = dayOf(now().toISOString());
    await store.forget(daysToForget(await store.days(), today));
  }
}
