import {
  parseConnections,
  valueOf,
  type SourceProblem,
} from 'backstage-plugin-volume-encryption-common';
import type { ClusterSnapshot } from '../volumeIndex';
import { connectionsOf, connectionSourceOf } from './connectionsOf';
import { clusterProblems } from './problems';

/**
 * What is wrong with a cluster's KMS connections for everybody, for those who
 * can mend it: where they are read from, or that this could not be found out, and
 * malformed entries. None of where they are read from while ConfigMaps are not
 * followed, which `clusterProblems` tells.
 */
export function connectionProblemsOf(
  snapshot: ClusterSnapshot,
): SourceProblem[] {
  const isFollowed = clusterProblems(snapshot, ['ConfigMap']).length === 0;
  const { basis, reasons } = connectionSourceOf(snapshot);
  const isUnread = basis === 'unread' && isFollowed;
  const broken = reasons
    .filter(({ severity }) => isUnread || severity === 'error')
    .map(({ code, message }) => problemOf(snapshot, code, message));
  return [...broken, ...malformedProblems(snapshot)];
}

/** Entries that stop every encrypted volume of the cluster, each by name. */
export function malformedProblems(snapshot: ClusterSnapshot): SourceProblem[] {
  const configMap = valueOf(connectionsOf(snapshot));
  const { malformed } = parseConnections(configMap);
  return malformed.map(({ message }) =>
    problemOf(snapshot, 'connections-malformed', message),
  );
}

/** Something that is wrong with a cluster. */
export function problemOf(
  { cluster: name }: ClusterSnapshot,
  code: string,
  message: string,
): SourceProblem {
  return { source: 'cluster', name, code, message };
}
