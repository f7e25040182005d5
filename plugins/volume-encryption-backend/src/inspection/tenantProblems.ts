import {
  parseConnections,
  valueOf,
  type SourceProblem,
} from 'backstage-plugin-volume-encryption-common';
import {
  connectionProblemsOf,
  problemOf,
} from '../status/connectionProblemsOf';
import { connectionsOf } from '../status/connectionsOf';
import { clusterProblems } from '../status/problems';
import type { ClusterSnapshot } from '../volumeIndex';
import { encryptedVolumes } from './encryptedVolumes';

/**
 * Why tenants of a cluster may lack, or which KMS keeps their keys may be wrong:
 * what is not followed, and what is the matter with its KMS connections.
 */
export function tenantProblems(snapshot: ClusterSnapshot): SourceProblem[] {
  return [
    ...clusterProblems(snapshot, [
      'Namespace',
      'ConfigMap',
      'ServiceAccount',
      'PersistentVolume',
    ]),
    ...connectionProblems(snapshot),
  ];
}

/** None while ConfigMaps are not followed: that is said already. */
function connectionProblems(snapshot: ClusterSnapshot): SourceProblem[] {
  if (clusterProblems(snapshot, ['ConfigMap']).length > 0) return [];
  const broken = connectionProblemsOf(snapshot);
  return broken.length > 0 ? broken : lostProblems(snapshot);
}

/** Volumes name connections that are not there any more. */
function lostProblems(snapshot: ClusterSnapshot): SourceProblem[] {
  const configMap = valueOf(connectionsOf(snapshot));
  const { connections } = parseConnections(configMap);
  const known = new Set(connections.map(({ kmsId }) => kmsId));
  const named = [...encryptedVolumes(snapshot).values()]
    .flat()
    .flatMap(({ kmsId }) => kmsId ?? []);
  const lost = [...new Set(named)].filter(it => !known.has(it)).sort();
  if (lost.length === 0) return [];
  return [
    problemOf(
      snapshot,
      'connection-missing',
      `Encrypted volumes of cluster "${snapshot.cluster}" name KMS connections that are not there: ${lost.join(', ')}. Their tenants may be missing here, and no such volume mounts. Set the connections back by kms-connection.`,
    ),
  ];
}
