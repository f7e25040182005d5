import { dayAfter, mondayOf } from './calendar';
import { standingDays, type RecordedDay } from './recordedDay';

/** So many days are kept one by one, 13 weeks; of older weeks one day. @public */
export const KEPT_DAILY_DAYS = 91;

/** So many days anything is kept, two years of whole weeks. @public */
export const KEPT_DAYS = 728;

/**
 * Which of the recorded days are of no use any more: those older than two years,
 * and of weeks that ended 13 weeks ago all but the one that stands for each.
 *
 * @param today - `YYYY-MM-DD`
 * @public
 */
export function daysToForget(
  days: readonly RecordedDay[],
  today: string,
): RecordedDay[] {
  const firstDaily = mondayOf(dayAfter(today, -KEPT_DAILY_DAYS));
  const first = mondayOf(dayAfter(today, -KEPT_DAYS));
  const old = days.filter(({ day }) => day < firstDaily);
  const standing = new Set(standingDays(old, mondayOf));
  return old.filter(it => it.day < first || !standing.has(it));
}
