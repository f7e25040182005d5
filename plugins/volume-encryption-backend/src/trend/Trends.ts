import {
  dayAfter,
  dayOf,
  trendOf,
  type Trend,
} from 'backstage-plugin-volume-encryption-common';
import type { Whole } from '../overview/Overview';
import type { VolumeIndex } from '../volumeIndex';
import type { TrendScope, TrendStore } from './TrendStore';

/** Days that a week can begin before the first day that is asked for. */
const REST_OF_WEEK = 6;

/** Which part of the trend is asked for. */
export interface TrendQuestion extends Pick<TrendScope, 'cluster' | 'owner'> {
  /** Days, today included. */
  length: number;
}

/** The coverage over time. Throws `unknown-cluster` where a filter names none. */
export class Trends {
  constructor(
    private readonly parts: {
      store: Pick<TrendStore, 'read'>;
      index: Pick<VolumeIndex, 'snapshot'>;
      now: () => Date;
    },
  ) {}

  async read({ length, cluster, owner }: TrendQuestion): Promise<Trend> {
    const { store, index, now } = this.parts;
    if (cluster !== undefined) index.snapshot(cluster);
    const today = dayOf(now().toISOString());
    const since = dayAfter(today, 1 - length - REST_OF_WEEK);
    const recorded = await store.read({ since, cluster, owner });
    return trendOf(recorded, { length, today });
  }

  /** The same for a file. */
  async whole(question: TrendQuestion): Promise<Whole<Trend['items'][number]>> {
    const { items } = await this.read(question);
    const incomplete = items.some(({ missing }) => missing.length > 0);
    const assessedAt = this.parts.now().toISOString();
    return { items, incomplete, assessedAt, problems: [] };
  }
}
