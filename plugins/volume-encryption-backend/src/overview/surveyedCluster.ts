import { clusterProblems, malformedProblems, VOLUME_KINDS } from '../status';
import type { ClusterSnapshot } from '../volumeIndex';
import type { SurveyedCluster } from './Survey';

/** What is said of a cluster as a whole. */
export function surveyedCluster(snapshot: ClusterSnapshot): SurveyedCluster {
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
