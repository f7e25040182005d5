import {
  IMPACTS,
  type PlatformVolume,
} from 'backstage-plugin-volume-encryption-common';
import { kmsProblems, withDeadline } from '../status';
import { claimSlices } from '../volumeIndex';
import { judgeClaims } from './judgeClaims';
import { judgeUnclaimed } from './judgeUnclaimed';
import { placeOf } from './placeOf';
import { sharedFindings } from './sharedFindings';
import type { Surveyed } from './Survey';
import { surveyedCluster } from './surveyedCluster';
import { surveySources, type OverviewSources } from './surveySources';

/**
 * Judges every volume of every cluster, with a claim or without, from the index, in
 * slices, so that whoever asks for something else meanwhile does not wait for all of
 * it. What KMSs and vendors' objects say is asked for once; what does not come in
 * time is unknown.
 */
export async function takeSurvey(sources: OverviewSources): Promise<Surveyed> {
  const assessedAt = sources.now().toISOString();
  const snapshots = sources.index.snapshots();
  return withDeadline(async deadline => {
    const judging = {
      sources: surveySources(sources, deadline),
      deadline,
      share: sharedFindings(),
    };
    const { kmsFacts } = judging.sources;
    const views = await Promise.all(
      sources.kms.map(kms => kmsFacts.health(kms, deadline)),
    );
    const byImpact = [...IMPACTS, undefined].map((): PlatformVolume[] => []);
    const put = (volumes: PlatformVolume[]) =>
      volumes.forEach(it => byImpact[placeOf(it)].push(it));
    for (const snapshot of snapshots) {
      for (const claims of claimSlices(snapshot)) {
        put(await judgeClaims(claims, snapshot, judging));
      }
      put(await judgeUnclaimed(snapshot, judging));
    }
    return {
      assessedAt,
      volumes: byImpact.flat(),
      clusters: snapshots.map(surveyedCluster),
      keyFindings: await sources.keys.orphanFindings(),
      problems: kmsProblems(views),
    };
  });
}
