import type { KeyState, KmsKey } from '../contract/api';

/** What comes first needs somebody most. @public */
export const KEY_STATES: readonly KeyState[] = [
  'missing',
  'orphan',
  'unknown',
  'present',
];

/** Which keys are meant; what is absent lets all through. @public */
export interface KeyFilter {
  state?: KeyState;
  /** Part of a name, mount, tenant, or of what has the key. */
  search?: string;
}

/** Those that pass, in their order. @public */
export function filterKeys(
  keys: readonly KmsKey[],
  { state, search }: KeyFilter,
): readonly KmsKey[] {
  const wanted = search?.toLowerCase();
  if (state === undefined && wanted === undefined) return keys;
  return keys.filter(
    key =>
      (state === undefined || key.state === state) &&
      (wanted === undefined || isNamed(key, wanted)),
  );
}

/** The gravest first, then by mount and name. @public */
export function inKeyOrder(keys: readonly KmsKey[]): KmsKey[] {
  return keys.toSorted(
    (one, other) =>
      KEY_STATES.indexOf(one.state) - KEY_STATES.indexOf(other.state) ||
      order(one.mount, other.mount) ||
      order(one.name, other.name),
  );
}

/** How many are in each state. @public */
export function countKeys(keys: readonly KmsKey[]): KeyCounts {
  const counts = { missing: 0, orphan: 0, unknown: 0, present: 0 };
  for (const { state } of keys) counts[state] += 1;
  return counts;
}

/** Keys by their state. @public */
export type KeyCounts = Record<KeyState, number>;

function isNamed({ mount, name, users }: KmsKey, search: string): boolean {
  return (
    `${mount}/${name}`.toLowerCase().includes(search) ||
    users.some(({ cluster, name: user, of }) =>
      `${cluster} ${user} ${of ?? ''}`.toLowerCase().includes(search),
    )
  );
}

function order(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
