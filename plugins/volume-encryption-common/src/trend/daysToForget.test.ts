import { dayAfter } from './calendar';
import { daysToForget, KEPT_DAYS } from './daysToForget';
import type { RecordedDay } from './recordedDay';

const TODAY = '2026-11-29';

const recorded = (day: string, isComplete = true): RecordedDay => ({
  day,
  cluster: 'prod',
  isComplete,
  assessedAt: `${day}T00:00:00.000Z`,
});

/** The days that are left of these. */
function kept(days: RecordedDay[]): string[] {
  const forgotten = daysToForget(days, TODAY);
  return days.filter(it => !forgotten.includes(it)).map(({ day }) => day);
}

it('keeps every day of 13 weeks', () => {
  const days = Array.from({ length: 92 }, (_, ago) =>
    recorded(dayAfter(TODAY, -ago)),
  );
  expect(daysToForget(days, TODAY)).toEqual([]);
});

it('keeps of an older week the last day on which the cluster was read', () => {
  expect(
    kept([
      recorded('2026-07-06'),
      recorded('2026-07-07'),
      recorded('2026-07-12', false),
      recorded('2026-07-13', false),
      recorded('2026-07-14', false),
    ]),
  ).toEqual(['2026-07-07', '2026-07-14']);
});

it('judges each cluster by itself', () => {
  const other = { ...recorded('2026-07-07'), cluster: 'dev' };
  expect(daysToForget([recorded('2026-07-06'), other], TODAY)).toEqual([]);
});

it('has never more than 104 older weeks and some days, and thins once', () => {
  const days = Array.from({ length: 2 * KEPT_DAYS }, (_, ago) =>
    recorded(dayAfter(TODAY, -ago)),
  );
  const left = kept(days);
  expect(left.length).toBeLessThan(98 + 104);
  expect(left.at(-1)).toBe('2024-12-01');
  expect(
    daysToForget(
      left.map(day => recorded(day)),
      TODAY,
    ),
  ).toEqual([]);
});
