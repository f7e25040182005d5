import type {
  ClusterEvent,
  KubernetesObject,
  Namespace,
  PersistentVolume,
  PersistentVolumeClaim,
  Pod,
} from 'backstage-plugin-volume-encryption-common';
import type { ClusterSnapshot } from './ClusterSnapshot';
import { indexKey, secretKey, subjectKey } from './indexes';
import type { Table } from './Table';

/** The claims whose Kubernetes id label says `id`, in all namespaces. */
export function claimsWithId(
  { tables }: Pick<ClusterSnapshot, 'tables'>,
  id: string,
): readonly PersistentVolumeClaim[] {
  return group(tables.PersistentVolumeClaim, 'id', id);
}

/** The claims `<stem>-<number>`, `<namespace>/<stem>` being given. */
export function claimsOfStem(
  { tables }: Pick<ClusterSnapshot, 'tables'>,
  stem: string,
): readonly PersistentVolumeClaim[] {
  return group(tables.PersistentVolumeClaim, 'stem', stem);
}

/** The claims that ask for a StorageClass. */
export function claimsOfClass(
  { tables }: Pick<ClusterSnapshot, 'tables'>,
  storageClass: string,
): readonly PersistentVolumeClaim[] {
  const { PersistentVolumeClaim: claims } = tables;
  return [...claims.objects.keys()].flatMap(namespace =>
    group(claims, 'class', `${namespace}/${storageClass}`),
  );
}

/** How many PersistentVolumes are of a class, or of none. */
export function countVolumesOfClass(
  { tables }: Pick<ClusterSnapshot, 'tables'>,
  storageClass = '',
): number {
  const { counts } = tables.PersistentVolume.groups;
  return counts.get(indexKey('class', storageClass), 0);
}

/** How many PersistentVolumes name the same Secret as this one, if it names one. */
export function countVolumesOfSecret(
  volumes: Table<PersistentVolume>,
  volume: PersistentVolume,
): number | undefined {
  const key = secretKey(volume);
  return key === undefined
    ? undefined
    : volumes.groups.counts.get(indexKey('secret', key), 0);
}

/** The Pods whose Kubernetes id label says `id`, in all namespaces. */
export function podsWithId(
  { tables }: Pick<ClusterSnapshot, 'tables'>,
  id: string,
): readonly Pod[] {
  return group(tables.Pod, 'id', id);
}

/** The Pods that name a claim, running or not. */
export function podsOfClaim(
  pods: Table<Pod>,
  { meta }: PersistentVolumeClaim,
): readonly Pod[] {
  return group(pods, 'claim', `${meta.namespace}/${meta.name}`);
}

/** The events about an object. */
export function eventsAbout(
  events: Table<ClusterEvent>,
  { kind, meta }: KubernetesObject,
): readonly ClusterEvent[] {
  const { namespace, name } = meta;
  return group(events, 'subject', subjectKey({ kind, namespace, name }));
}

/** The namespaces whose annotation names `owner`, an entity ref. */
export function namespacesServing(
  { tables }: Pick<ClusterSnapshot, 'tables'>,
  owner: string,
): readonly Namespace[] {
  return group(tables.Namespace, 'owner', owner);
}

/** One and the same, so that nothing seems to change where nothing is. */
const NONE: readonly never[] = [];

function group<T extends KubernetesObject>(
  { groups }: Table<T>,
  index: string,
  key: string,
): readonly T[] {
  return groups.members.get(indexKey(index, key), NONE);
}
