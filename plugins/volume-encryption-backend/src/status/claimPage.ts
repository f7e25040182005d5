import type {
  PersistentVolumeClaim,
  VolumePage,
} from 'backstage-plugin-volume-encryption-common';
import type { ClusterSnapshot } from '../volumeIndex';

/** A page whose place and size are given. */
export type PageRequest = VolumePage & { limit: number; offset: number };

/** Some claims of one cluster. */
export interface ClusterClaims {
  snapshot: ClusterSnapshot;
  claims: readonly PersistentVolumeClaim[];
}

/** Of a longer list, what is on one page. */
export interface ClaimPage {
  /** How many claims match, on this page or another. */
  total: number;
  /** In the order of `found`. */
  claims: { snapshot: ClusterSnapshot; claim: PersistentVolumeClaim }[];
}

/**
 * The claims of a page.
 * @param found - by cluster, all in the order they are to be answered in
 */
export function claimPage(
  found: readonly ClusterClaims[],
  { limit, offset, search = '' }: PageRequest,
): ClaimPage {
  const page: ClaimPage = { total: 0, claims: [] };
  for (const { snapshot, claims } of found) {
    const matching = matchingIn(claims, snapshot.cluster, search.toLowerCase());
    const start = Math.max(0, offset - page.total);
    const end = Math.max(0, offset + limit - page.total);
    for (const claim of matching.slice(start, end)) {
      page.claims.push({ snapshot, claim });
    }
    page.total += matching.length;
  }
  return page;
}

function matchingIn(
  claims: readonly PersistentVolumeClaim[],
  cluster: string,
  search: string,
): readonly PersistentVolumeClaim[] {
  // Names of clusters, namespaces and claims have no upper case letters.
  if (cluster.includes(search)) return claims;
  return claims.filter(
    ({ meta }) => meta.name.includes(search) || meta.namespace.includes(search),
  );
}
