import {
  viewVolume,
  type VolumeView,
} from 'backstage-plugin-volume-encryption-common';
import { find } from '../volumeIndex';
import type { Sources } from './Sources';
import { volumeFactsOf } from './volumeFactsOf';
import { withDeadline } from './withDeadline';

/** Where a claim is. */
export interface ClaimRef {
  cluster: string;
  namespace: string;
  claim: string;
}

/** A claim's volume as any is judged; see `StatusService.claimVolume`. */
export async function claimVolume(
  { cluster, namespace, claim }: ClaimRef,
  sources: Sources,
): Promise<VolumeView | undefined> {
  const snapshot = sources.index.snapshot(cluster);
  const { PersistentVolumeClaim: claims } = snapshot.tables;
  const found = find(claims, claim, namespace);
  if (!found) return undefined;
  const facts = await withDeadline(deadline =>
    volumeFactsOf(found, snapshot, { sources, deadline }),
  );
  return viewVolume(facts);
}
