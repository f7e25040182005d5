import type { TenantCredentialView } from 'backstage-plugin-volume-encryption-common';

const STATES: readonly TenantCredentialView['state'][] = [
  ...(['missing', 'refused', 'lost', 'expired'] as const),
  ...(['unknown', 'foreign', 'expiring', 'live'] as const),
];

/** By how a tenant's credential is doing; those of one state in the order given. */
export function gravestFirst<T>(
  some: readonly T[],
  viewOf: (it: T) => TenantCredentialView,
): T[] {
  const rankOf = (it: T) => STATES.indexOf(viewOf(it).state);
  return some.toSorted((one, other) => rankOf(one) - rankOf(other));
}
