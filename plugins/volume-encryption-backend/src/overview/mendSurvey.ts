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
import { putInOrder, type Order } from './putInOrder';
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
  return ({ cluster, namespace, claim }: PlatformVolume): boolean => {
    const some = touched.get(cluster);
    if (some === undefined || some === 'all') return some === undefined;
    return !names.has(claim) || !some.has(claimKey(namespace, claim));
  };
}

/** As a survey has them. */
function inOrderOf(clusters: readonly string[]): Order<PlatformVolume> {
  const ranks = new Map(clusters.map((cluster, rank) => [cluster, rank]));
  const rankOf = ({ cluster }: PlatformVolume) => ranks.get(cluster) ?? 0;
  return (one, other) =>
    placeOf(one) - placeOf(other) ||
    rankOf(one) - rankOf(other) ||
    byText(one.namespace, other.namespace) ||
    byText(one.claim, other.claim);
}

function byText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
