import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  valueOf,
  viewVolume,
  volumeLifecycle,
  type EntityVolumes,
  type SourceProblem,
  type VolumeFacts,
  type VolumeView,
} from 'backstage-plugin-volume-encryption-common';
import type { ChangeSignals } from '../signals';
import {
  annotatedPlace,
  entityClaims,
  namespacesToOnboard,
  requireOwnClaim,
} from '../tenancy';
import type { ClusterSnapshot } from '../volumeIndex';
import { claimPage, type PageRequest } from './claimPage';
import type { KmsWatch } from './KmsWatch';
import { malformedProblems } from './connectionProblemsOf';
import {
  clusterProblems,
  kmsProblems,
  onboardingProblems,
  unknownClusterProblem,
  VOLUME_KINDS,
} from './problems';
import type { Sources } from './Sources';
import { unansweredProblems } from './unansweredProblems';
import { volumeFactsOf } from './volumeFactsOf';
import { withDeadline } from './withDeadline';

/** What tells those who read an entity's volumes to read again. */
export interface Followers {
  signals: ChangeSignals;
  kmsWatch: KmsWatch;
}

/**
 * A page of the entity's volumes, and what could not be read. Claims that are
 * not on the page are counted and not judged, so that a page of `limit` volumes
 * asks for as many keys at most.
 */
export async function entityVolumes(
  entity: Entity,
  page: PageRequest,
  { sources, followers }: { sources: Sources; followers: Followers },
): Promise<EntityVolumes> {
  const { signals, kmsWatch } = followers;
  const followed = signals.follow(entity);
  const snapshots = meantBy(entity, sources);
  const found = snapshots.map(snapshot => ({
    snapshot,
    claims: entityClaims(entity, snapshot),
  }));
  const { total, claims } = claimPage(found, page);
  const facts = await withDeadline(deadline =>
    Promise.all(
      claims.map(({ claim, snapshot }) =>
        volumeFactsOf(claim, snapshot, { sources, deadline, keysByList: true }),
      ),
    ),
  );
  const concerned = new Set(claims.map(({ snapshot }) => snapshot));
  const blockages = [...concerned].flatMap(malformedProblems);
  const entityRef = stringifyEntityRef(entity);
  const kms = facts.flatMap(kmsOf);
  kmsWatch.note(entityRef, kms);
  const problems = [
    ...unknownClusterOf(entity, snapshots),
    ...snapshots.flatMap(snapshot => problemsOn(snapshot, entity)),
    ...kmsProblems(kms),
  ];
  return {
    entityRef,
    ...followed,
    total,
    offset: page.offset,
    limit: page.limit,
    volumes: facts.map(viewVolume),
    problems: [
      ...problems,
      ...unansweredProblems(facts, problems),
      ...blockages,
    ],
  };
}

/** One volume, and what would become of it; throws `unknown-cluster`, or `not-found` for others' claims. */
export async function entityVolume(
  entity: Entity,
  ref: { cluster: string; namespace: string; claim: string },
  sources: Sources,
): Promise<VolumeView> {
  const snapshot = sources.index.snapshot(ref.cluster);
  const claim = requireOwnClaim(entity, ref, snapshot);
  const [facts, snapshotClasses] = await withDeadline(deadline =>
    Promise.all([
      volumeFactsOf(claim, snapshot, { sources, deadline }),
      sources.snapshotClasses.read(ref.cluster, deadline),
    ]),
  );
  return {
    ...viewVolume(facts),
    lifecycle: volumeLifecycle(facts, snapshotClasses),
  };
}

function meantBy(entity: Entity, { index }: Sources): ClusterSnapshot[] {
  const { cluster } = annotatedPlace(entity);
  return index.snapshots().filter(it => !cluster || it.cluster === cluster);
}

function unknownClusterOf(
  entity: Entity,
  snapshots: ClusterSnapshot[],
): SourceProblem[] {
  const { cluster } = annotatedPlace(entity);
  const isUnknown = cluster && snapshots.length === 0;
  return isUnknown ? [unknownClusterProblem(cluster)] : [];
}

function problemsOn(
  snapshot: ClusterSnapshot,
  entity: Entity,
): SourceProblem[] {
  return [
    ...clusterProblems(snapshot, VOLUME_KINDS),
    ...onboardingProblems(
      snapshot.cluster,
      namespacesToOnboard(entity, snapshot),
    ),
  ];
}

function kmsOf({ kms }: VolumeFacts) {
  return valueOf(kms) ?? [];
}
