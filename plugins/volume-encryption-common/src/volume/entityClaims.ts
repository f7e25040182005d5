import {
  ANNOTATION_KUBERNETES_CLUSTER,
  ANNOTATION_KUBERNETES_ID,
  ANNOTATION_KUBERNETES_LABEL_SELECTOR,
  ANNOTATION_KUBERNETES_NAMESPACE,
  LABEL_KUBERNETES_ID,
} from '../contract/annotations';
import { parseLabelSelector } from '../kubernetes/labelSelector';
import type {
  ObjectMeta,
  PersistentVolumeClaim,
  Pod,
} from '../kubernetes/objects';

/**
 * The claims of one cluster that are an entity's: those that carry its
 * Kubernetes id or match its label selector, those that pods so matched name,
 * and those of the StatefulSets that own such pods. Its cluster and namespace
 * annotations narrow; alone they match nothing. They select, they never grant:
 * the namespace's consent must have been checked before.
 *
 * Throws `invalid-input` when the entity's label selector is none.
 *
 * @public
 */
export function claimsOfEntity(input: {
  /** Annotations of the entity. */
  annotations: Record<string, string>;
  cluster: string;
  claims: readonly PersistentVolumeClaim[];
  pods: readonly Pod[];
}): PersistentVolumeClaim[] {
  const { annotations, cluster } = input;
  const onlyCluster = annotations[ANNOTATION_KUBERNETES_CLUSTER];
  if (onlyCluster && onlyCluster !== cluster) return [];
  const onlyNamespace = annotations[ANNOTATION_KUBERNETES_NAMESPACE];
  const isNear = ({ meta }: { meta: ObjectMeta }) =>
    !onlyNamespace || meta.namespace === onlyNamespace;

  const isMatched = matcherOf(annotations);
  const pods = input.pods.filter(isMatched);
  const isMounted = mountedBy(pods);
  const isOfStatefulSet = ofStatefulSetsOwning(pods);
  return input.claims
    .filter(isNear)
    .filter(it => isMatched(it) || isMounted(it) || isOfStatefulSet(it));
}

function matcherOf(annotations: Record<string, string>) {
  const id = annotations[ANNOTATION_KUBERNETES_ID];
  const selector = annotations[ANNOTATION_KUBERNETES_LABEL_SELECTOR]?.trim();
  const selects = selector ? parseLabelSelector(selector) : () => false;
  return ({ meta }: { meta: ObjectMeta }) =>
    (Boolean(id) && meta.labels[LABEL_KUBERNETES_ID] === id) ||
    selects(meta.labels);
}

function mountedBy(pods: readonly Pod[]) {
  const keys = new Set(
    pods.flatMap(pod =>
      pod.claimNames.map(claim => `${pod.meta.namespace}/${claim}`),
    ),
  );
  return ({ meta }: PersistentVolumeClaim) =>
    keys.has(`${meta.namespace}/${meta.name}`);
}

/**
 * A StatefulSet names its claims `<template>-<set>-<ordinal>`, so the claims of
 * its pods that run no more are found by those of the pods that do
 * (kubernetes/kubernetes pkg/controller/statefulset/stateful_set_utils.go).
 */
function ofStatefulSetsOwning(pods: readonly Pod[]) {
  const stems = new Set(pods.flatMap(stemsOf));
  return ({ meta }: PersistentVolumeClaim) => {
    const stem = /^(.+)-\d+$/.exec(meta.name)?.[1];
    return stem !== undefined && stems.has(`${meta.namespace}/${stem}`);
  };
}

function stemsOf({ meta, claimNames }: Pod): string[] {
  if (!meta.owners.some(owner => owner.kind === 'StatefulSet')) return [];
  return claimNames
    .filter(claim => claim.endsWith(`-${meta.name}`))
    .map(claim => `${meta.namespace}/${claim.replace(/-\d+$/, '')}`);
}
