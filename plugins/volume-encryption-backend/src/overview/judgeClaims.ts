import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  overviewVolume,
  type PersistentVolumeClaim,
  type PlatformVolume,
} from 'backstage-plugin-volume-encryption-common';
import { volumeFactsOf, type VolumeSources } from '../status';
import { find, observedIn, sliced, type ClusterSnapshot } from '../volumeIndex';
import type { ShareFindings } from './sharedFindings';

/** What all volumes of a survey are judged with. */
export interface Judging {
  sources: VolumeSources;
  deadline: Promise<void>;
  share: ShareFindings;
}

/** Judges the claims of a cluster in slices, in their order. */
export async function judgeClaims(
  claims: readonly PersistentVolumeClaim[],
  snapshot: ClusterSnapshot,
  judging: Judging,
): Promise<PlatformVolume[]> {
  const volumes: PlatformVolume[] = [];
  for (const some of sliced(claims)) {
    const slice = some.map(claim => volumeOf(claim, snapshot, judging));
    volumes.push(...(await Promise.all(slice)));
    await nextTurn();
  }
  return volumes;
}

async function volumeOf(
  claim: PersistentVolumeClaim,
  snapshot: ClusterSnapshot,
  { share, ...context }: Judging,
): Promise<PlatformVolume> {
  const facts = await volumeFactsOf(claim, snapshot, context);
  const { Namespace: namespaces } = snapshot.tables;
  const namespace = observedIn(snapshot, namespaces, table =>
    find(table, claim.meta.namespace),
  );
  const volume = overviewVolume(facts, namespace);
  return { ...volume, findings: share(volume.findings) };
}
