import type { Drift } from '../contract/api';
import { credentialState, daysLeft } from '../custodyTerm/credentialState';
import type { InspectedTenant } from './inspectedTenant';

/** How the renewal of the delivered token is going, for custody `vaulttokens`. */
export function credentialDrift(tenant: InspectedTenant): Drift[] {
  const { custody, recorded, token, now } = tenant;
  if (custody !== 'vaulttokens' || !recorded) return [];
  // One that is gone is told as such.
  if (token.status === 'observed' && !token.value) return [];
  const { expiresAt, lastFailure } = recorded;
  const isExpiring = credentialState(now, recorded) === 'expiring';
  if (!isExpiring && lastFailure === undefined) return [];
  const days = daysLeft(now, expiresAt);
  return [
    {
      code: isExpiring ? 'token-expiring' : 'token-renewal-failed',
      severity: 'warning',
      object: `Token of ${tenant.cluster}.${tenant.namespace}`,
      message: isExpiring
        ? 'Its renewal is overdue: when it ends, no volume of the tenant mounts.'
        : 'Its last renewal failed. The portal tries again.',
      expected: 'renewed at two thirds of its period',
      actual: [
        ...(days === undefined ? [] : [`${days} days left`]),
        ...(lastFailure === undefined ? [] : [lastFailure]),
      ].join('; '),
      remedy:
        'Mend what the failure names, then renew the tenant; or rotate it now. No pod has to go.',
    },
  ];
}
