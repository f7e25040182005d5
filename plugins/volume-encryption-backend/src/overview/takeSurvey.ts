import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  IMPACTS,
  overviewVolume,
  type PersistentVolumeClaim,
  type PlatformVolume,
} from 'backstage-plugin-volume-encryption-common';
import {
  clusterProblems,
  kmsProblems,
  malformedProblems,
  VOLUME_KINDS,
  volumeFactsOf,
  withDeadline,
  type VolumeSources,
} from '../status';
import {
  claimSlices,
  find,
  observedIn,
  type ClusterSnapshot,
} from '../volumeIndex';
import { sharedFindings, type ShareFindings } from './sharedFindings';
import type { Survey, SurveyedCluster } from './Survey';
import { surveySources, type OverviewSources } from './surveySources';

interface Context {
  sources: VolumeSources;
  deadline: Promise<void>;
  share: ShareFindings;
}

/**
 * Judges every volume of every cluster from the index, in slices, so that whoever
 * asks for something else meanwhile does not wait for all of it. What KMSs and
 * vendors' objects say is asked for once; what does not come in time is unknown.
 */
export async function takeSurvey(sources: OverviewSources): Promise<Survey> {
  const assessedAt = sources.now().toISOString();
  const snapshots = sources.index.snapshots();
  return withDeadline(async deadline => {
    const context = {
      sources: surveySources(sources, deadline),
      deadline,
      share: sharedFindings(),
    };
    const { kmsFacts } = context.sources;
    const views = await Promise.all(
      sources.kms.map(kms => kmsFacts.health(kms, deadline)),
    );
    const byImpact = [...IMPACTS, undefined].map((): PlatformVolume[] => []);
    for (const snapshot of snapshots) {
      for (const claims of claimSlices(snapshot)) {
        const slice = await Promise.all(
          claims.map(claim => volumeOf(claim, snapshot, context)),
        );
        slice.forEach(it => byImpact[placeOf(it)].push(it));
        await nextTurn();
      }
    }
    return {
      assessedAt,
      volumes: byImpact.flat(),
      clusters: snapshots.map(surveyedCluster),
      keyFindings: sources.keys.orphanFindings(),
      problems: kmsProblems(views),
    };
  });
}

async function volumeOf(
  claim: PersistentVolumeClaim,
  snapshot: ClusterSnapshot,
  { share, ...context }: Context,
): Promise<PlatformVolume> {
  const facts = await volumeFactsOf(claim, snapshot, context);
  const { Namespace: namespaces } = snapshot.tables;
  const namespace = observedIn(snapshot, namespaces, table =>
    find(table, claim.meta.namespace),
  );
  const volume = overviewVolume(facts, namespace);
  return { ...volume, findings: share(volume.findings) };
}

/** By the gravest finding; what has none comes last. */
function placeOf({ findings: [gravest] }: PlatformVolume): number {
  return gravest ? IMPACTS.indexOf(gravest.impact) : IMPACTS.length;
}

function surveyedCluster(snapshot: ClusterSnapshot): SurveyedCluster {
  const claims = clusterProblems(snapshot, ['PersistentVolumeClaim']);
  return {
    name: snapshot.cluster,
    incomplete: claims.length > 0,
    problems: [
      ...clusterProblems(snapshot, VOLUME_KINDS),
      ...malformedProblems(snapshot),
    ],
  };
}
