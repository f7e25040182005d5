import type { Drift, TenantSummary } from '../contract/api';
import type { InspectedTenant } from './inspectedTenant';

type Credential = Pick<TenantSummary, 'custody' | 'kms'>;

/** Other credentials of the same namespace, each of which opens its keys. */
export function secondCredentialDrift(tenant: InspectedTenant): Drift[] {
  const its = { custody: tenant.custody, kms: tenant.kms?.name };
  return tenant.others.map(other => ({
    code: 'second-credential',
    severity: 'warning',
    object: `Namespace ${tenant.namespace}`,
    message: `The namespace has another credential as well: ${inWords(other)}.`,
    expected: `${inWords(its)} alone`,
    actual: `${inWords(its)}, and ${inWords(other)}`,
    remedy: remedyOf(its, other),
  }));
}

function inWords({ custody, kms }: Credential): string {
  const where =
    kms === undefined ? 'of a KMS that is not known' : `of KMS ${kms}`;
  return `${custody} ${where}`;
}

/** Offboarding ends the tokens of one KMS only (`planTenantOffboard`). */
function remedyOf(its: Credential, other: Credential): string {
  const next =
    its.kms !== undefined && its.kms === other.kms
      ? 'Offboarding ends both.'
      : 'To offboard the namespace, do it by a connection of each KMS: tokens of the others stay in force.';
  return `Leave it while volumes of both are moved. ${next}`;
}
