import {
  custodianProbes,
  identityProbes,
  valueOf,
  type CredentialRights,
  type Observed,
  type PortalIdentity,
} from 'backstage-plugin-volume-encryption-common';
import { findTenants } from '../inspection/findTenants';
import { tenantProblems } from '../inspection/tenantProblems';
import { observe } from '../status/observe';
import type { AssuranceParts } from './AssuranceParts';
import { clustersOf } from './clustersOf';
import { custodianRightsOf, portalRightsOf } from './credentialRights';

/**
 * Asks the KMS what the portal may do there, and holds it against its list: also
 * on the keys of each tenant, those included that were offboarded and left
 * theirs. The same of the credential that destroys keys, where there is one.
 */
export async function portalIdentity(
  parts: AssuranceParts,
  name: string,
): Promise<PortalIdentity> {
  const kms = parts.systems.kms(name);
  const [cluster, ...others] = clustersOf(parts, kms);
  const observedAt = parts.now().toISOString();
  if (cluster === undefined) {
    const message = 'No cluster is configured.';
    const rights: CredentialRights = { verdict: 'unknown', message, items: [] };
    const custodian = kms.custodian && rights;
    return { kms: name, ...rights, custodian, observedAt };
  }
  const tenants = (await findTenants(parts)).filter(it => it.kms === name);
  const mounts = await observe(observedAt, () => kms.listMounts({}));
  const ids = tenants.map(({ tenantId }) => tenantId);
  const all = [...new Set([...ids, ...(valueOf(mounts) ?? [])])];
  const { custodyNames: names } = kms;
  const place = { names, cluster, clusters: [cluster, ...others] };
  const about = {
    hasTokenTenants: tenants.some(it => it.custody === 'vaulttokens'),
    doubts: whyNotAllAsked(parts, mounts),
  };
  const [portal, custodian] = await Promise.all([
    portalRightsOf(kms, identityProbes(place, all), about),
    custodianRightsOf(kms, custodianProbes(place, all), about),
  ]);
  return { kms: name, ...portal, custodian, observedAt };
}

/** Where tenants may lack, their keys were not asked for by name. */
function whyNotAllAsked(
  { index }: AssuranceParts,
  mounts: Observed<readonly string[]>,
): string[] {
  const problems = index.snapshots().flatMap(tenantProblems);
  const reasons = [
    ...problems.map(({ name, message }) => `${name}: ${message}`),
    ...(mounts.status === 'unknown' ? [mounts.detail] : []),
  ];
  if (reasons.length === 0) return [];
  return [
    `Not all tenants may have been asked for. ${[...new Set(reasons)].join(' ')}`,
  ];
}
