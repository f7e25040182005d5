import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  unclaimedVolume,
  type PersistentVolume,
  type PlatformVolume,
} from 'backstage-plugin-volume-encryption-common';
import { unclaimedFactsOf } from '../status';
import {
  find,
  observedIn,
  unclaimedSlices,
  type ClusterSnapshot,
} from '../volumeIndex';
import type { Judging } from './judgeClaims';

/** Judges the volumes of a cluster that no claim has, in slices, by name. */
export async function judgeUnclaimed(
  snapshot: ClusterSnapshot,
  judging: Judging,
): Promise<PlatformVolume[]> {
  const judged: PlatformVolume[] = [];
  for (const volumes of unclaimedSlices(snapshot)) {
    const slice = volumes.map(it => unclaimedOf(it, snapshot, judging));
    judged.push(...(await Promise.all(slice)));
    await nextTurn();
  }
  return judged;
}

async function unclaimedOf(
  unclaimed: PersistentVolume,
  snapshot: ClusterSnapshot,
  { share, ...context }: Judging,
): Promise<PlatformVolume> {
  const facts = await unclaimedFactsOf(unclaimed, snapshot, context);
  const { Namespace: namespaces } = snapshot.tables;
  const namespace = observedIn(snapshot, namespaces, table =>
    find(table, unclaimed.claim?.namespace ?? ''),
  );
  const volume = unclaimedVolume(unclaimed, facts, namespace);
  return { ...volume, findings: share(volume.findings) };
}
