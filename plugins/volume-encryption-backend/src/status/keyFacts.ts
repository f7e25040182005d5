import {
  isVolumeOfClaim,
  keyQuery,
  observed,
  unknown,
  type TenantFacts,
  type VolumeFacts,
} from 'backstage-plugin-volume-encryption-common';
import type { Kms } from 'backstage-plugin-volume-encryption-node';
import type { ClusterFacts } from './clusterFacts';
import type { AskContext } from './secretFacts';
import type { VolumeSources } from './Sources';
import { whyUnknown } from './whyUnknown';

/** What the key's KMS is asked by. */
export interface KeyContext extends Omit<AskContext, 'sources'> {
  sources: Pick<VolumeSources, 'systems' | 'kmsFacts'>;
}

/** What the KMS that a volume's connection points to says, of itself and the key. */
export async function keyFacts(
  facts: ClusterFacts,
  tenantConfigMap: TenantFacts['configMap'],
  context: KeyContext,
): Promise<Pick<VolumeFacts, 'kms' | 'key'>> {
  const { claim, volume, connections } = facts;
  if (volume.status === 'unknown') return { kms: volume, key: volume };
  if (!volume.value || !isVolumeOfClaim(volume.value, claim)) {
    const none = unknown('not-applicable', 'The claim has no volume yet.');
    return { kms: none, key: none };
  }
  const query = keyQuery({
    volume: volume.value,
    connections,
    tenantConfigMap,
  });
  if ('why' in query) {
    const none = unknown('not-applicable', query.why);
    return { kms: none, key: none };
  }
  return askKms(query, context);
}

async function askKms(
  query: { address: string; mount: string; name: string },
  { sources, deadline, keysByList }: KeyContext,
): Promise<Pick<VolumeFacts, 'kms' | 'key'>> {
  let kms: Kms;
  try {
    kms = sources.systems.kmsAt(query.address);
  } catch (error) {
    const why = whyUnknown(error);
    return { kms: why, key: why };
  }
  const [health, key] = await Promise.all([
    sources.kmsFacts.health(kms, deadline),
    sources.kmsFacts.key(kms, query, { deadline, byList: keysByList }),
  ]);
  return { kms: observed(health, health.observedAt), key };
}
