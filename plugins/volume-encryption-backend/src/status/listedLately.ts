/**
 * How what a list of a cluster's own kinds told is remembered: for half a minute,
 * for all who ask about one of its objects, and in its place while it is not
 * answered.
 */
export function listedLately(now: () => Date) {
  return { ttlMs: 30_000, standsIn: true, limit: 100, now };
}
