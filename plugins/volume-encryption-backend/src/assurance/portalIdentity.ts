import {
  identityProbes,
  judgeIdentity,
  type PortalIdentity,
} from 'backstage-plugin-volume-encryption-common';
import { findTenants } from '../inspection/findTenants';
import { wordsOf } from '../vault/VaultRefusal';
import type { AssuranceParts } from './AssuranceParts';
import { clustersOf } from './clustersOf';

/** Asks the KMS what the portal may do there, and holds it against its list. */
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
  const names = kms.custodyNames;
  const probes = identityProbes(
    { names, cluster, clusters: [cluster, ...others] },
    [...new Set(tenants.map(({ tenantId }) => tenantId))],
  );
  const hasTokenTenants = tenants.some(it => it.custody === 'vaulttokens');
  try {
    const paths = probes.map(({ path }) => path);
    const answers = await kms.capabilities.own(paths, {});
    const judged = judgeIdentity(probes, answers, { hasTokenTenants });
    return { kms: name, ...judged, observedAt };
  } catch (error) {
    return unknown(wordsOf(error));
  }
}
