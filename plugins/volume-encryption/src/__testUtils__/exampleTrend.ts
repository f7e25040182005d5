import type {
  Trend,
  TrendPoint,
} from 'backstage-plugin-volume-encryption-common';
import { exampleCounts } from './exampleOverview';

/** A day with six volumes. */
export function trendPoint(changes: Partial<TrendPoint> = {}): TrendPoint {
  return {
    day: '2026-11-24',
    counts: exampleCounts(),
    missing: [],
    ...changes,
  };
}

/** Seven days: not recorded, two whole, one without dark, one alone, none, whole. */
export function exampleTrend(changes: Partial<Trend> = {}): Trend {
  const items = [
    { day: '2026-11-23', missing: [] },
    trendPoint(),
    trendPoint({ day: '2026-11-25' }),
    trendPoint({ day: '2026-11-26', missing: ['dark'] }),
    trendPoint({ day: '2026-11-27' }),
    { day: '2026-11-28', missing: [] },
    trendPoint({ day: '2026-11-29' }),
  ];
  return { step: 'day', items, ...changes };
}
