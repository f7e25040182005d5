import {
  unclaimedPhase,
  type PersistentVolumeClaim,
  type PlatformVolume,
} from 'backstage-plugin-volume-encryption-common';
import { withDeadline } from '../status';
import {
  all,
  claimKey,
  find,
  type ClusterSnapshot,
  type TouchedClaims,
} from '../volumeIndex';
import { judgeClaims } from './judgeClaims';
import { judgeUnclaimed } from './judgeUnclaimed';
import { placeOf } from './placeOf';
import { putInOrder, type Order } from './putInOrder';
import { sharedFindings } from './sharedFindings';
import type { Surveyed } from './Survey';
import { surveyedCluster } from './surveyedCluster';
import { surveySources, type OverviewSources } from './surveySources';

/** Claims that may be judged otherwise now, by cluster. */
export type Touched = ReadonlyMap<string, TouchedClaims>;

/**
 * The survey with these claims judged anew, and what no claim has on their clusters,
 * and all others as they were.
 */
export function mendSurvey(
  survey: Surveyed,
  touched: Touched,
  sources: OverviewSources,
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
      if (!touched.has(snapshot.cluster)) continue;
      const claims = touchedClaims(snapshot, touched);
      anew.push(...(await judgeClaims(claims, snapshot, judging)));
      anew.push(...(await judgeUnclaimed(snapshot, judging)));
    }
    const others = survey.volumes.filter(isUntouchedBy(touched));
    const clusters = snapshots.map(({ cluster }) => cluster);
    return {
      ...survey,
      volumes: putInOrder(others, anew, inOrderOf(clusters)),
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

/** It is asked of very many volumes, so it makes no key for most of them. */
function isUntouchedBy(touched: Touched) {
  const names = new Set(
    [...touched.values()].flatMap(some =>
      some === 'all' ? [] : [...some].map(key => key.split('/')[1]),
    ),
  );
  return (volume: PlatformVolume): boolean => {
    const { cluster, namespace, claim } = volume;
    const some = touched.get(cluster);
    if (some === undefined || some === 'all') return some === undefined;
    if (
      namespace === undefined ||
      claim === undefined ||
      unclaimedPhase(volume)
    ) {
      return false;
    }
    return !names.has(claim) || !some.has(claimKey(namespace, claim));
  };
}

/** As a survey has them: on each cluster those without a claim come last. */
function inOrderOf(clusters: readonly string[]): Order<PlatformVolume> {
  const ranks = new Map(clusters.map((cluster, rank) => [cluster, rank]));
  const rankOf = ({ cluster }: PlatformVolume) => ranks.get(cluster) ?? 0;
  return (one, other) =>
    placeOf(one) - placeOf(other) ||
    rankOf(one) - rankOf(other) ||
    byName(one, other);
}

function byName(one: PlatformVolume, other: PlatformVolume): number {
  const isUnclaimed = Boolean(unclaimedPhase(one));
  if (isUnclaimed !== Boolean(unclaimedPhase(other)))
    return isUnclaimed ? 1 : -1;
  return isUnclaimed
    ? byText(one.persistentVolume, other.persistentVolume)
    : byText(one.namespace, other.namespace) || byText(one.claim, other.claim);
}

function byText(one = '', other = ''): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
