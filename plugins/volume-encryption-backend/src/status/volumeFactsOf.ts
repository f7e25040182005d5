import {
  isVolumeOfClaim,
  unknown,
  valueOf,
  type PersistentVolume,
  type PersistentVolumeClaim,
  type VolumeFacts,
} from 'backstage-plugin-volume-encryption-common';
import type { ClusterSnapshot } from '../volumeIndex';
import type { ClusterFacts } from './clusterFacts';
import { clusterFacts, unclaimedFacts } from './clusterFacts';
import { keyFacts } from './keyFacts';
import { loginFacts } from './loginFacts';
import type { AskContext } from './secretFacts';
import { NO_TENANT, tenantObjects } from './tenantObjects';
import { tokenFacts, type TokenFacts } from './tokenFacts';

type ObjectFacts = Pick<VolumeFacts, 'vendorObject' | 'attachments' | 'below'>;

const NO_VOLUME = unknown('not-applicable', 'The claim has no volume yet.');
const NO_OBJECTS: ObjectFacts = {
  vendorObject: NO_VOLUME,
  attachments: NO_VOLUME,
  below: {
    cephCluster: NO_VOLUME,
    storageCluster: NO_VOLUME,
    diskPools: NO_VOLUME,
  },
};
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
  return factsAround(clusterFacts(claim, snapshot), snapshot, context);
}

/** Everything about a volume that no claim has, as about that of its former claim. */
export async function unclaimedFactsOf(
  volume: PersistentVolume,
  snapshot: ClusterSnapshot,
  context: AskContext,
): Promise<VolumeFacts> {
  return factsAround(unclaimedFacts(volume, snapshot), snapshot, context);
}

async function factsAround(
  facts: ClusterFacts,
  snapshot: ClusterSnapshot,
  context: AskContext,
): Promise<VolumeFacts> {
  const { token: place, login, ...objects } = tenantObjects(facts, snapshot);
  const [token, role, key, own] = await Promise.all([
    place ? tokenFacts(place, context) : NO_TOKEN,
    login ? loginFacts(login, facts.cluster, context) : { role: NO_TENANT },
    keyFacts(facts, objects.configMap, context),
    objectFacts(facts, context),
  ]);
  return {
    ...facts,
    tenant: { ...objects, ...token, ...role },
    ...key,
    ...own,
    now: context.sources.now().toISOString(),
  };
}

/** What else there is of the volume itself, of its vendor and of what is below it. */
async function objectFacts(
  { cluster, claim, volume: fact }: ClusterFacts,
  { sources, deadline }: AskContext,
): Promise<ObjectFacts> {
  const volume = valueOf(fact);
  if (!volume || !isVolumeOfClaim(volume, claim)) return NO_OBJECTS;
  const question = { cluster, volume, deadline };
  const [vendor, ceph, diskPools] = await Promise.all([
    sources.vendors.read(question),
    sources.cephClusters.read(question),
    sources.diskPools.read(question),
  ]);
  return { ...vendor, below: { ...ceph, diskPools } };
}
