import {
  CONNECTIONS_CONFIG_MAP,
  type ConfigMap,
  type Observed,
} from 'backstage-plugin-volume-encryption-common';
import { find, observedIn, type ClusterSnapshot } from '../volumeIndex';

/** The ConfigMap of KMS connections that Ceph CSI of a cluster reads. */
export function connectionsOf(
  snapshot: ClusterSnapshot,
): Observed<ConfigMap | undefined> {
  return configMapOf(snapshot, snapshot.csiNamespace, CONNECTIONS_CONFIG_MAP);
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
