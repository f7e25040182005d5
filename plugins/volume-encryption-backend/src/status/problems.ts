import type {
  KmsView,
  Observed,
  SourceProblem,
} from 'backstage-plugin-volume-encryption-common';
import type { ClusterSnapshot, SyncState, WatchedKind } from '../volumeIndex';

/** The kinds that the answers about a volume rest on. */
export const VOLUME_KINDS: readonly WatchedKind[] = [
  'PersistentVolumeClaim',
  'PersistentVolume',
  'StorageClass',
  'Pod',
  'Namespace',
  'ConfigMap',
];

/** From the worst on. */
const TROUBLES: readonly SyncState[] = [
  'unreachable',
  'denied',
  'stale',
  'syncing',
];

const CODES: Record<SyncState, string> = {
  synced: 'synced',
  syncing: 'not-synced',
  stale: 'cluster-unreachable',
  unreachable: 'cluster-unreachable',
  denied: 'cluster-denied',
};

/** The state that a cluster is in as far as these kinds go: the worst. */
export function worstOf(
  { tables }: ClusterSnapshot,
  kinds: readonly WatchedKind[],
) {
  const trouble = TROUBLES.find(state =>
    kinds.some(kind => tables[kind].state === state),
  );
  const kind = kinds.find(it => tables[it].state === trouble);
  return kind && tables[kind];
}

/** Why a cluster's rows are missing or old, if they are. */
export function clusterProblems(
  snapshot: ClusterSnapshot,
  kinds: readonly WatchedKind[],
): SourceProblem[] {
  const worst = worstOf(snapshot, kinds);
  if (!worst) return [];
  const { cluster } = snapshot;
  const waiting = `Cluster "${cluster}" has not been read yet. Try again in a moment.`;
  return [
    {
      source: 'cluster',
      name: cluster,
      code: CODES[worst.state],
      message: worst.message ?? waiting,
      since: worst.failingSince,
    },
  ];
}

/** That an entity names a cluster in its annotations that is not configured. */
export function unknownClusterProblem(cluster: string): SourceProblem {
  return {
    source: 'cluster',
    name: cluster,
    code: 'unknown-cluster',
    message: `The entity's annotation names cluster "${cluster}", which the portal does not know. Correct the annotation, or ask the platform team to add the cluster.`,
  };
}

/** Namespaces that have claims an entity selects and that serve nobody yet. */
export function onboardingProblems(
  cluster: string,
  namespaces: readonly string[],
): SourceProblem[] {
  return namespaces.map(namespace => ({
    source: 'namespace',
    name: `${cluster}.${namespace}`,
    code: 'no-consent',
    message: `Namespace "${namespace}" of cluster "${cluster}" has claims that match, and names no owner that it serves. Ask the platform team to give its consent.`,
  }));
}

/** That it is not known whether a namespace has a credential for its keys. */
export function credentialProblem(
  tenant: string,
  fact: Observed<boolean>,
): SourceProblem {
  const detail = fact.status === 'unknown' ? ` ${fact.detail}` : '';
  return {
    source: 'namespace',
    name: tenant,
    code: 'credential-unread',
    message: `Whether it has a credential for its keys is not known.${detail}`,
  };
}

/** KMSs that cannot be asked, each once. */
export function kmsProblems(views: readonly KmsView[]): SourceProblem[] {
  const troubled = views.filter(
    ({ state }) => state !== 'active' && state !== 'standby',
  );
  const byName = new Map(troubled.map(view => [view.name, view]));
  return [...byName.values()].map(({ name, state, message }) => ({
    source: 'kms',
    name,
    code: state === 'sealed' ? 'kms-sealed' : 'kms-unreachable',
    message: `KMS "${name}" is ${state}. ${message ?? ''}`.trim(),
  }));
}
