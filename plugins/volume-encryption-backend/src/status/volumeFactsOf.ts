import {
  unknown,
  type PersistentVolumeClaim,
  type VolumeFacts,
} from 'backstage-plugin-volume-encryption-common';
import type { ClusterSnapshot } from '../volumeIndex';
import { clusterFacts } from './clusterFacts';
import { keyFacts } from './keyFacts';
import { loginFacts } from './loginFacts';
import type { AskContext } from './secretFacts';
import { NO_TENANT, tenantObjects } from './tenantObjects';
import { tokenFacts, type TokenFacts } from './tokenFacts';

const NOT_READ = unknown(
  'not-configured',
  'The portal does not read objects of this kind yet.',
);

const NO_TOKEN: TokenFacts = { tokenSecret: NO_TENANT, tokenTerm: NO_TENANT };

/**
 * Everything about a claim: from the index at once, and from its KMS and about
 * the tenant's Secret until `deadline`, both at the same time, so that neither
 * is unknown because the other was slow.
 */
export async function volumeFactsOf(
  claim: PersistentVolumeClaim,
  snapshot: ClusterSnapshot,
  context: AskContext,
): Promise<VolumeFacts> {
  const facts = clusterFacts(claim, snapshot);
  const { token: place, login, ...objects } = tenantObjects(facts, snapshot);
  const [token, role, key] = await Promise.all([
    place ? tokenFacts(place, context) : NO_TOKEN,
    login ? loginFacts(login, facts.cluster, context) : { role: NO_TENANT },
    keyFacts(facts, objects.configMap, context),
  ]);
  return {
    ...facts,
    tenant: { ...objects, ...token, ...role },
    ...key,
    vendorObject: NOT_READ,
    attachments: NOT_READ,
    now: context.sources.now().toISOString(),
  };
}
