import { readFileSync } from 'node:fs';
import type { Cluster } from 'backstage-plugin-volume-encryption-node';
import { connect, type Send } from 'sandbox';
import type { ClusterConfig } from '../../config/types';
import { createCluster } from '../createCluster';
import type { WatchTiming } from '../WatchTiming';

/** An API server that the contract is to be kept with. */
export interface ClusterUnderTest {
  url: string;
  caFile?: string;
  /** Bearer tokens: who may do all, what the portal may do, and nothing. */
  tokens: { admin: string; portal: string; denied: string };
}

/** Someone's way to the cluster, as the portal's configuration has it. */
export function configFor(
  { url, caFile }: ClusterUnderTest,
  token: string,
): ClusterConfig {
  return {
    name: 'tested',
    connection: { kind: 'url', url, token, caFile, skipTlsVerify: false },
    csiNamespace: 'rook-ceph',
    timeoutMs: 10_000,
    maxConnections: 16,
  };
}

export type Who = keyof ClusterUnderTest['tokens'];

/** The cluster as one of its users reaches it, over the adapter under test. */
export function clusterAs(
  cluster: ClusterUnderTest,
  who: Who,
  timing?: WatchTiming,
): Cluster {
  return createCluster(configFor(cluster, cluster.tokens[who]), timing);
}

/** The same over plain HTTP: what the adapter rests on, or has no call for. */
export function wireAs(cluster: ClusterUnderTest, who: Who): Send {
  const { url, caFile, tokens } = cluster;
  const headers = { authorization: `Bearer ${tokens[who]}` };
  return connect({ url, headers, ca: caFile && readFileSync(caFile, 'utf8') });
}
