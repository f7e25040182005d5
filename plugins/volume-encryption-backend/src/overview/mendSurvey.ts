import type {
  PersistentVolumeClaim,
  PlatformVolume,
} from 'backstage-plugin-volume-encryption-common';
import { withDeadline, type Sources } from '../status';
import {
  all,
  claimKey,
  find,
  type ClusterSnapshot,
  type TouchedClaims,
} from '../volumeIndex';
import { judgeClaims } from './judgeClaims';
import { placeOf } from './placeOf';
import { sharedFindings } from './sharedFindings';
import type { Surveyed } from './Survey';
import { surveyedCluster } from './surveyedCluster';
import { surveySources } from './surveySources';

/** Claims that may be judged otherwise now, by cluster. */
export type Touched = ReadonlyMap<string, TouchedClaims>;

/** The survey with these claims judged anew, and all others as they were. */
export function mendSurvey(
  survey: Surveyed,
  touched: Touched,
  sources: Sources,
): Promise<Surveyed> {
  const snapshots = sources.index.snapshots();
  return withDeadline(async deadline => {
    const judging = {
      sources: surveySources(sources, deadline),
      deadline,
      share: sharedFindings(),
    };
    const anew: PlatformVolume[] = [];
    for (const snapshot of snapshots) {
      const claims = touchedClaims(snapshot, touched);
      anew.push(...(await judgeClaims(claims, snapshot, judging)));
    }
    const volumes = survey.volumes.filter(
      ({ cluster, namespace, claim }) =>
        !has(touched.get(cluster), namespace, claim),
    );
    const clusters = snapshots.map(({ cluster }) => cluster);
    return {
      ...survey,
      // In order already, but for the few that are put in.
      volumes: [...volumes, ...anew].sort(inOrderOf(clusters)),
      clusters: snapshots.map(surveyedCluster),
    };
  });
}

function touchedClaims(
  { cluster, tables }: ClusterSnapshot,
  touched: Touched,
): PersistentVolumeClaim[] {
  const { PersistentVolumeClaim: claims } = tables;
  const some = touched.get(cluster) ?? [];
  if (some === 'all') return all(claims);
  return [...some].flatMap(key => {
    const [namespace, name] = key.split('/');
    return find(claims, name, namespace) ?? [];
  });
}

function has(some: TouchedClaims | undefined, namespace: string, name: string) {
  return some === 'all' || some?.has(claimKey(namespace, name)) === true;
}

/** As a survey has them. */
function inOrderOf(clusters: readonly string[]) {
  const ranks = new Map(clusters.map((cluster, rank) => [cluster, rank]));
  const rankOf = ({ cluster }: PlatformVolume) => ranks.get(cluster) ?? 0;
  return (one: PlatformVolume, other: PlatformVolume) =>
    placeOf(one) - placeOf(other) ||
    rankOf(one) - rankOf(other) ||
    byText(one.namespace, other.namespace) ||
    byText(one.claim, other.claim);
}

function byText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
