import {
  parseConnections,
  valueOf,
  viewDefaultClass,
  viewKmsConnection,
  viewStorageClass,
  type ClusterView,
  type KmsConnectionList,
  type KmsConnectionView,
  type StorageClassList,
} from 'backstage-plugin-volume-encryption-common';
import { kmsSetup } from '../systems';
import {
  all,
  countOf,
  inOrder,
  observedIn,
  watchedKinds,
  type ClusterSnapshot,
} from '../volumeIndex';
import { connectionProblemsOf } from './connectionProblemsOf';
import { connectionsOf, likelyConnections } from './connectionsOf';
import { clusterProblems, worstOf } from './problems';
import type { Sources } from './Sources';

/** The classes of one cluster, or of all; throws `unknown-cluster`. */
export function storageClasses(
  cluster: string | undefined,
  { index }: Sources,
): StorageClassList {
  const snapshots =
    cluster === undefined ? index.snapshots() : [index.snapshot(cluster)];
  return {
    items: snapshots.flatMap(snapshot =>
      inOrder(all(snapshot.tables.StorageClass)).map(storageClass =>
        viewStorageClass({
          cluster: snapshot.cluster,
          storageClass,
          connections: connectionsOf(snapshot, storageClass.provisioner),
        }),
      ),
    ),
    defaults: snapshots.map(snapshot =>
      viewDefaultClass(
        snapshot.cluster,
        observedIn(snapshot, snapshot.tables.StorageClass, all),
      ),
    ),
    problems: snapshots.flatMap(snapshot => [
      ...clusterProblems(snapshot, ['StorageClass', 'ConfigMap']),
      ...connectionProblemsOf(snapshot),
    ]),
  };
}

/** The KMS connections of a cluster; throws `unknown-cluster`. */
export function kmsConnections(
  cluster: string,
  sources: Sources,
): KmsConnectionList {
  const snapshot = sources.index.snapshot(cluster);
  const configMap = valueOf(likelyConnections(snapshot));
  const { connections, malformed } = parseConnections(configMap);
  const broken = malformed.map(({ kmsId, message }): KmsConnectionView => ({
    cluster,
    kmsId,
    kmsType: '',
    reasons: [{ code: 'connections-malformed', severity: 'error', message }],
  }));
  const { systems } = sources;
  const views = connections.map(connection => {
    const kms = systems.findKmsAt(connection.options.vaultAddress ?? '');
    const shown = kms && { name: kms.name, setup: kmsSetup(kms, cluster) };
    return viewKmsConnection(cluster, connection, shown);
  });
  return {
    items: [...views, ...broken],
    problems: [
      ...clusterProblems(snapshot, ['ConfigMap']),
      ...connectionProblemsOf(snapshot),
    ],
  };
}

/** How the watches of a cluster stand. */
export function clusterView(snapshot: ClusterSnapshot): ClusterView {
  const worst = worstOf(snapshot, watchedKinds);
  const resources = watchedKinds.map(kind => {
    const table = snapshot.tables[kind];
    const { state, message, observedAt } = table;
    return { kind, state, count: countOf(table), message, observedAt };
  });
  const times = resources.flatMap(({ observedAt }) => observedAt ?? []);
  return {
    name: snapshot.cluster,
    state: worst?.state ?? 'synced',
    message: worst?.message,
    observedAt: times.sort()[0],
    resources,
  };
}
