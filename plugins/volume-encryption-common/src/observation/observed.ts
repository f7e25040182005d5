/**
 * A fact with its age, or why it is not known. "Absent" is an observation
 * (`value: undefined`); a failed read never is.
 *
 * @public
 */
export type Observed<T> =
  | { status: 'observed'; value: T; at: string }
  | { status: 'unknown'; why: UnknownWhy; detail: string };

/** Why a fact could not be observed. @public */
export type UnknownWhy =
  | 'denied'
  | 'unreachable'
  | 'sealed'
  | 'timeout'
  | 'not-configured'
  | 'not-synced'
  | 'not-applicable'
  | 'not-asked'
  | 'failed';

/** An observation made at `at` (ISO 8601). @public */
export function observed<T>(value: T, at: string): Observed<T> {
  return { status: 'observed', value, at };
}

/**
 * A fact that could not be read. `detail` is shown to users: no secrets.
 *
 * @public
 */
export function unknown(why: UnknownWhy, detail: string): Observed<never> {
  return { status: 'unknown', why, detail };
}

/** The value, or undefined when it is not known. @public */
export function valueOf<T>(fact: Observed<T>): T | undefined {
  return fact.status === 'observed' ? fact.value : undefined;
}
