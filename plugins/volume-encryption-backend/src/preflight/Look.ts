import type { ClaimRequest } from 'backstage-plugin-volume-encryption-common';
import type { Cluster } from 'backstage-plugin-volume-encryption-node';

/** What is looked ahead of, where, and when. */
export interface Look {
  request: ClaimRequest;
  cluster: Cluster;
  /** ISO 8601. */
  now: string;
  signal?: AbortSignal;
}
