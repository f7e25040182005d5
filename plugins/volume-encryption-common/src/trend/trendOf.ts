import type { Trend, TrendPoint } from '../contract/api';
import {
  addVolumes,
  noVolumes,
  type CountedAlike,
} from '../overview/countedVolumes';
import { dayAfter, mondayOf } from './calendar';
import { KEPT_DAILY_DAYS } from './daysToForget';
import { standingDays, type RecordedDay } from './recordedDay';

/** What was counted of a cluster on a day. @public */
export interface RecordedCount extends CountedAlike {
  day: string;
  cluster: string;
}

/** What was recorded. @public */
export interface Recorded {
  days: readonly RecordedDay[];
  counts: readonly RecordedCount[];
}

/**
 * The coverage day by day up to today, over more than 13 weeks week by week. A
 * cluster that could not be read is missing from the sum by name; where nothing
 * was recorded there is no sum.
 *
 * @public
 */
export function trendOf(
  { days, counts }: Recorded,
  { length, today }: { length: number; today: string },
): Trend {
  const step = length > KEPT_DAILY_DAYS ? 'week' : 'day';
  const spanOf = step === 'week' ? mondayOf : (day: string) => day;
  const standing = grouped(standingDays(days, spanOf), it => spanOf(it.day));
  const countsOf = grouped(counts, keyOf);
  const items = spans(length, today, spanOf).map(day =>
    pointOf(day, standing.get(day) ?? [], countsOf),
  );
  return { step, items };
}

/** The first day of each span, the oldest first. */
function spans(
  length: number,
  today: string,
  spanOf: (day: string) => string,
): string[] {
  const days = Array.from({ length }, (_, ago) =>
    spanOf(dayAfter(today, ago + 1 - length)),
  );
  return [...new Set(days)];
}

function pointOf(
  day: string,
  standing: readonly RecordedDay[],
  countsOf: ReadonlyMap<string, RecordedCount[]>,
): TrendPoint {
  const missing = standing
    .filter(({ isComplete }) => !isComplete)
    .map(({ cluster }) => cluster)
    .sort();
  const read = standing.filter(({ isComplete }) => isComplete);
  if (read.length === 0) return { day, missing };
  const sum = noVolumes();
  for (const it of read) {
    countsOf.get(keyOf(it))?.forEach(count => addVolumes(sum, count));
  }
  return { day, counts: sum, missing };
}

function keyOf({ day, cluster }: { day: string; cluster: string }): string {
  return `${day}\n${cluster}`;
}

function grouped<T>(
  items: readonly T[],
  keyOfItem: (item: T) => string,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOfItem(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
