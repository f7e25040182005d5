import {
  catalogFactId,
  isTenantType,
  parseConnections,
  valueOf,
  type KmsConnection,
} from 'backstage-plugin-volume-encryption-common';
import { likelyConnections } from '../status/connectionsOf';
import { worstOf } from '../status/problems';
import type { Systems } from '../systems';
import {
  watchedKinds,
  type ClusterSnapshot,
  type VolumeIndex,
} from '../volumeIndex';
import type { KnownCluster, KnownConnection } from './restsOn';

/** What the catalog's facts are made of: everything but events. */
export const NEEDED = watchedKinds.filter(kind => kind !== 'Event');

/** Every configured cluster, as far as it is known. */
export function knownClusters(parts: {
  index: VolumeIndex;
  systems: Systems;
}): KnownCluster[] {
  const { index, systems } = parts;
  return index.snapshots().map(snapshot => {
    const configMap = valueOf(likelyConnections(snapshot));
    const { connections } = parseConnections(configMap);
    const byId = connections.map(it => [it.kmsId, known(it, systems)] as const);
    return { snapshot, connections: new Map(byId) };
  });
}

function known(
  { kmsType, options }: KmsConnection,
  systems: Systems,
): KnownConnection {
  const kms = systems.findKmsAt(options.vaultAddress ?? '');
  return {
    kms: kms && catalogFactId.kms(kms.name),
    isOfTenants: isTenantType(kmsType),
  };
}

/**
 * Whether all that facts are made of is followed now. If not, what lacks may be
 * there nonetheless.
 */
export function isRead(snapshot: ClusterSnapshot): boolean {
  return (
    worstOf(snapshot, NEEDED) === undefined &&
    snapshot.workloads.status === 'observed'
  );
}
