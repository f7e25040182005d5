import type { Drift } from '../contract/api';
import { plainCidr } from '../custodySetup/plainCidr';
import type { InspectedToken, InspectedTenant } from './inspectedTenant';

/** What Vault says of the delivered token, for custody `vaulttokens`. */
export function tokenDrift(tenant: InspectedTenant): Drift[] {
  const { custody, recorded, token, kms, now } = tenant;
  if (custody !== 'vaulttokens' || !recorded) return [];
  if (token.status === 'unknown') return [];
  const object = `Token of ${tenant.cluster}.${tenant.namespace}`;
  if (!token.value) return [goneDrift(object, recorded, now)];
  if (!kms) return [];
  const { policies, boundCidrs } = token.value;
  return [
    ...differing(object, {
      code: 'token-policies-differ',
      message: 'The token has other policies than tenants shall have.',
      expected: [kms.tokenPolicy],
      actual: policies,
      remedy:
        'Mend the token role if it is at fault (see the drift of the set-up), then rotate the tenant.',
    }),
    ...differing(object, {
      code:
        boundCidrs.length === 0 ? 'token-not-bound' : 'token-bound-otherwise',
      message:
        boundCidrs.length === 0
          ? 'The token works from every address, although tokens shall be bound to those of the CSI pods.'
          : 'The token is bound to other addresses than configured.',
      expected: kms.boundCidrs.map(plainCidr),
      actual: boundCidrs.map(plainCidr),
      remedy:
        'Set token_bound_cidrs of the token role as configured, then rotate the tenant.',
    }),
  ];
}

function goneDrift(
  object: string,
  { expiresAt }: { expiresAt?: string },
  now: string,
): Drift {
  const isOver =
    expiresAt !== undefined && Date.parse(expiresAt) <= Date.parse(now);
  return {
    code: isOver ? 'token-expired' : 'token-lost',
    severity: 'error',
    object,
    message: isOver
      ? 'The token has ended: volumes that are mounted stay so, and no other mounts.'
      : 'The KMS does not know the token any more, although its time is not over: somebody revoked it, or the KMS was restored.',
    expected: expiresAt ? `lives until ${expiresAt}` : 'lives',
    actual: 'not known to the KMS',
    remedy: 'Rotate the tenant: that delivers a new token. No pod has to go.',
  };
}

function differing(
  object: string,
  {
    expected,
    actual,
    ...drift
  }: Pick<Drift, 'code' | 'message' | 'remedy'> & {
    expected: readonly string[];
    actual: InspectedToken['policies'];
  },
): Drift[] {
  const wanted = listOf(expected);
  const found = listOf(actual);
  if (wanted === found) return [];
  return [
    { ...drift, severity: 'error', object, expected: wanted, actual: found },
  ];
}

function listOf(some: readonly string[]): string {
  return [...some].sort().join(', ') || 'none';
}
