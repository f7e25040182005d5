import type {
  PersistentVolumeClaim,
  VolumeFacts,
} from 'backstage-plugin-volume-encryption-common';
import type { ClusterSnapshot } from '../volumeIndex';
import { clusterFacts } from './clusterFacts';
import { keyFacts } from './keyFacts';
import type { AskContext } from './secretFacts';
import { tenantFacts } from './tenantFacts';

/**
 * Everything about a claim: from the index at once, and from its KMS and about
 * the tenant's Secret until `deadline`.
 */
export async function volumeFactsOf(
  claim: PersistentVolumeClaim,
  snapshot: ClusterSnapshot,
  context: AskContext,
): Promise<VolumeFacts> {
  const facts = clusterFacts(claim, snapshot);
  const tenant = await tenantFacts(facts, snapshot, context);
  return {
    ...facts,
    tenant,
    ...(await keyFacts(facts, tenant.configMap, context)),
    now: context.sources.now().toISOString(),
  };
}
