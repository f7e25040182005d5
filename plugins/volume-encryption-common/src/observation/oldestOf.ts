import type { Observed } from './observed';

/** When the oldest of the facts that are known was seen; ISO 8601. */
export function oldestOf(facts: readonly Observed<unknown>[]) {
  // Most were seen at the very same moment, and reading a time is slow.
  const times = new Set(
    facts.flatMap(fact => (fact.status === 'observed' ? [fact.at] : [])),
  );
  if (times.size < 2) return [...times].at(0);
  return [...times]
    .sort((one, other) => Date.parse(one) - Date.parse(other))
    .at(0);
}
