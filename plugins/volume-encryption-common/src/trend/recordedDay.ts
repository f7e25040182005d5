/** That the volumes of a cluster were looked at on a day. @public */
export interface RecordedDay {
  /** `YYYY-MM-DD` in UTC. */
  day: string;
  cluster: string;
  /** False where it could not be read: then nothing was counted. */
  isComplete: boolean;
  /** When, ISO 8601. */
  assessedAt: string;
}

/**
 * Of the days of each cluster within a span the one that stands for it: the last
 * that is complete, else the last.
 *
 * @param spanOf - such as the week of a day
 */
export function standingDays(
  days: readonly RecordedDay[],
  spanOf: (day: string) => string,
): RecordedDay[] {
  const standing = new Map<string, RecordedDay>();
  for (const it of days) {
    const key = `${it.cluster}\n${spanOf(it.day)}`;
    const before = standing.get(key);
    if (!before || standsRather(it, before)) standing.set(key, it);
  }
  return [...standing.values()];
}

function standsRather(one: RecordedDay, before: RecordedDay): boolean {
  return one.isComplete === before.isComplete
    ? one.day > before.day
    : one.isComplete;
}
