import type { ClusterConfig } from '../../config/types';

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
  };
}
