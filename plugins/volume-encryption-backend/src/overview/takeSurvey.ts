import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  IMPACTS,
  overviewVolume,
  unclaimedVolume,
  type PersistentVolume,
  type PersistentVolumeClaim,
  type PlatformVolume,
} from 'backstage-plugin-volume-encryption-common';
import {
  clusterProblems,
  kmsProblems,
  malformedProblems,
  unclaimedFactsOf,
  VOLUME_KINDS,
  volumeFactsOf,
  withDeadline,
  type VolumeSources,
} from '../status';
import {
  claimSlices,
  find,
  observedIn,
  unclaimedSlices,
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
 * Judges every volume of every cluster, with a claim or without, from the index, in
 * slices, so that whoever asks for something else meanwhile does not wait for all of
 * it. What KMSs and vendors' objects say is asked for once; what does not come in
 * time is unknown.
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
      for (const slice of judgedIn(snapshot, context)) {
        for (const it of await Promise.all(slice)) {
          byImpact[placeOf(it)].push(it);
        }
        await nextTurn();
      }
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

/** Slice by slice: volumes by their claims, then those that no claim has. */
function* judgedIn(
  snapshot: ClusterSnapshot,
  context: Context,
): Generator<Promise<PlatformVolume>[]> {
  for (const claims of claimSlices(snapshot)) {
    yield claims.map(claim => volumeOf(claim, snapshot, context));
  }
  for (const volumes of unclaimedSlices(snapshot)) {
    yield volumes.map(volume => unclaimedOf(volume, snapshot, context));
  }
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

async function unclaimedOf(
  unclaimed: PersistentVolume,
  snapshot: ClusterSnapshot,
  { share, ...context }: Context,
): Promise<PlatformVolume> {
  const facts = await unclaimedFactsOf(unclaimed, snapshot, context);
  const { Namespace: namespaces } = snapshot.tables;
  const namespace = observedIn(snapshot, namespaces, table =>
    find(table, unclaimed.claim?.namespace ?? ''),
  );
  const volume = unclaimedVolume(unclaimed, facts, namespace);
  return { ...volume, findings: share(volume.findings) };
}

/** By the gravest finding; what has none comes last. */
function placeOf({ findings: [gravest] }: PlatformVolume): number {
  return gravest ? IMPACTS.indexOf(gravest.impact) : IMPACTS.length;
}

function surveyedCluster(snapshot: ClusterSnapshot): SurveyedCluster {
  const claims = clusterProblems(snapshot, [
    'PersistentVolumeClaim',
    // Those that no claim has.
    'PersistentVolume',
  ]);
  return {
    name: snapshot.cluster,
    incomplete: claims.length > 0,
    problems: [
      ...clusterProblems(snapshot, VOLUME_KINDS),
      ...malformedProblems(snapshot),
    ],
  };
}
