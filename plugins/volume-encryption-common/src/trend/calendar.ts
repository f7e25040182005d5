const DAY_MS = 86_400_000;

/** Days from 1970-01-01, a Thursday, to the Monday of its week. */
const THURSDAY = 3;

/** The day in UTC, `YYYY-MM-DD`, of a moment in ISO 8601. @public */
export function dayOf(moment: string): string {
  return new Date(moment).toISOString().slice(0, 10);
}

/** So many days later, or earlier where negative. @public */
export function dayAfter(day: string, days: number): string {
  return dayOf(new Date(Date.parse(day) + days * DAY_MS).toISOString());
}

/** The Monday of its week. */
export function mondayOf(day: string): string {
  const number = Date.parse(day) / DAY_MS;
  return dayAfter(day, -((number + THURSDAY) % 7));
}
