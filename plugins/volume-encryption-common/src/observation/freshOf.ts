import { unknown, type Observed } from './observed';

/**
 * Milliseconds after which a fact says nothing of "now" any more. What is
 * followed is confirmed about once a minute, by an API server's bookmarks.
 */
export const OUTDATED_AFTER = 5 * 60 * 1000;

/**
 * The fact, or that it is unknown where it was seen too long ago to say what is
 * now.
 *
 * @param now - ISO 8601
 * @public
 */
export function freshOf<T>(fact: Observed<T>, now: string): Observed<T> {
  if (fact.status === 'unknown') return fact;
  if (Date.parse(now) - Date.parse(fact.at) <= OUTDATED_AFTER) return fact;
  return unknown(
    'unreachable',
    `It was last seen at ${fact.at}, which says nothing of now.`,
  );
}
