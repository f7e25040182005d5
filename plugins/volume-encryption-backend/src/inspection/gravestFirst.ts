import type { TenantCredentialView } from 'backstage-plugin-volume-encryption-common';

const STATES: readonly TenantCredentialView['state'][] = [
  ...(['missing', 'refused', 'lost', 'expired'] as const),
  ...(['unknown', 'foreign', 'expiring', 'live'] as const),
];

/** Views of a tenant's credentials; those of one state in the order given. */
export function gravestFirst(
  views: readonly TenantCredentialView[],
): TenantCredentialView[] {
  return views.toSorted(
    (one, other) => STATES.indexOf(one.state) - STATES.indexOf(other.state),
  );
}
