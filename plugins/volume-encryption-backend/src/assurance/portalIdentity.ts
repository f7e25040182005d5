import {
  identityProbes,
  judgeIdentity,
  valueOf,
  type Observed,
  type PortalIdentity,
} from 'backstage-plugin-volume-encryption-common';
import { findTenants } from '../inspection/findTenants';
import { tenantProblems } from '../inspection/tenantProblems';
import { observe } from '../status/observe';
import { wordsOf } from '../vault/VaultRefusal';
import type { AssuranceParts } from './AssuranceParts';
import { clustersOf } from './clustersOf';

/**
 * Asks the KMS what the portal may do there, and holds it against its list: also
 * on the keys of each tenant, those included that were offboarded and left theirs.
 */
export async function portalIdentity(
  parts: AssuranceParts,
  name: string,
): Promise<PortalIdentity> {
  const kms = parts.systems.kms(name);
  const [cluster, ...others] = clustersOf(parts, kms);
  const observedAt = parts.now().toISOString();
  const unknown = (message: string): PortalIdentity => ({
    kms: name,
    verdict: 'unknown',
    message,
    items: [],
    observedAt,
  });
  if (cluster === undefined) return unknown('No cluster is configured.');
  const tenants = (await findTenants(parts)).filter(it => it.kms === name);
  const mounts = await observe(observedAt, () => kms.listMounts({}));
  const ids = tenants.map(({ tenantId }) => tenantId);
  const names = kms.custodyNames;
  const probes = identityProbes(
    { names, cluster, clusters: [cluster, ...others] },
    [...new Set([...ids, ...(valueOf(mounts) ?? [])])],
  );
  const hasTokenTenants = tenants.some(it => it.custody === 'vaulttokens');
  try {
    const paths = probes.map(({ path }) => path);
    const answers = await kms.capabilities.own(paths, {});
    const judged = judgeIdentity(probes, answers, { hasTokenTenants });
    const doubts = whyNotAllAsked(parts, mounts);
    const message = [judged.message ?? [], doubts].flat().join(' ');
    return {
      ...{ kms: name, ...judged, observedAt },
      message: message || undefined,
    };
  } catch (error) {
    return unknown(wordsOf(error));
  }
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
