import {
  connectionsInForce,
  connectionSource,
  unknown,
  valueOf,
  type ConfigMap,
  type ConnectionSource,
  type Observed,
} from 'backstage-plugin-volume-encryption-common';
import { find, observedIn, type ClusterSnapshot } from '../volumeIndex';

/**
 * The ConfigMap of KMS connections that Ceph CSI of a cluster reads, as old as
 * what is known of its pods. Unknown where these could not be looked at, or
 * controllers and node plugins read different ones.
 *
 * @param driverName - asks for the pods of this CSI driver; without it, for those
 *   that make volumes, the first of them
 */
export function connectionsOf(
  snapshot: ClusterSnapshot,
  driverName?: string,
): Observed<ConfigMap | undefined> {
  const source = connectionSourceOf(snapshot, driverName);
  const difference = source.reasons.find(it => it.code === 'source-differs');
  if (driverName && difference) return unknown('failed', difference.message);
  const { workloads } = snapshot;
  const found = connectionsIn(source, snapshot);
  if (found.status === 'unknown') return found;
  if (workloads.status === 'unknown') {
    return unknown(
      workloads.why,
      `Which ConfigMap it reads is not known. ${source.evidence}`,
    );
  }
  const isOlder = Date.parse(workloads.at) < Date.parse(found.at);
  return { ...found, at: isOlder ? workloads.at : found.at };
}

/**
 * As {@link connectionsOf}; where the pods of Ceph CSI could not be looked at,
 * the ConfigMap that it reads by default, which may not be in force: good to show
 * and to find tenants by, not to judge by.
 */
export function likelyConnections(
  snapshot: ClusterSnapshot,
): Observed<ConfigMap | undefined> {
  return connectionsIn(connectionSourceOf(snapshot), snapshot);
}

function connectionsIn(
  source: ConnectionSource,
  snapshot: ClusterSnapshot,
): Observed<ConfigMap | undefined> {
  return observedIn(snapshot, snapshot.tables.ConfigMap, table =>
    connectionsInForce(
      source,
      find(table, source.configMap, snapshot.csiNamespace),
    ),
  );
}

/** From where Ceph CSI of a cluster, or one driver of it, reads connections. */
export function connectionSourceOf(
  snapshot: ClusterSnapshot,
  driverName?: string,
): ConnectionSource {
  const { workloads, csiNamespace } = snapshot;
  const configMaps = observedIn(
    snapshot,
    snapshot.tables.ConfigMap,
    table => table,
  );
  const table = valueOf(configMaps);
  return connectionSource(
    configMaps.status === 'unknown' ? configMaps : workloads,
    name => table && find(table, name, csiNamespace),
    driverName,
  );
}

/** One ConfigMap, of those that the index keeps. */
export function configMapOf(
  snapshot: ClusterSnapshot,
  namespace: string,
  name: string,
): Observed<ConfigMap | undefined> {
  return observedIn(snapshot, snapshot.tables.ConfigMap, table =>
    find(table, name, namespace),
  );
}
