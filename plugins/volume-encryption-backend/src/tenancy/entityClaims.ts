import type { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_KUBERNETES_LABEL_SELECTOR,
  claimsOfEntity,
  type PersistentVolumeClaim,
} from 'backstage-plugin-volume-encryption-common';
import { all, inNamespace, type ClusterSnapshot } from '../volumeIndex';
import { annotatedPlace, consentOf, serves } from './consent';

/**
 * The entity's claims on a cluster: those it selects, in the namespaces that
 * consent to it. Throws `invalid-input` when its label selector is none.
 */
export function entityClaims(
  entity: Entity,
  snapshot: ClusterSnapshot,
): PersistentVolumeClaim[] {
  return selectedIn(entity, snapshot, consentingNamespaces(entity, snapshot));
}

/** The namespaces of a cluster whose consent names an owner of the entity. */
export function consentingNamespaces(
  entity: Entity,
  { tables }: ClusterSnapshot,
): string[] {
  return all(tables.Namespace)
    .filter(namespace => serves(namespace, entity))
    .map(({ meta }) => meta.name);
}

/**
 * The namespaces that serve nobody yet and have claims with the entity's id:
 * most likely it waits for them to be onboarded. Namespaces that serve others
 * are not among them, and label selectors do not count, so that nobody can use
 * these to look into namespaces that have not consented to him.
 */
export function namespacesToOnboard(
  entity: Entity,
  snapshot: ClusterSnapshot,
): string[] {
  const names = all(snapshot.tables.Namespace)
    .map(({ meta }) => meta.name)
    .filter(name => consentOf(entity, snapshot, name) === 'not-a-tenant');
  const claims = selectedIn(withoutSelector(entity), snapshot, names);
  return [...new Set(claims.map(({ meta }) => meta.namespace))];
}

function withoutSelector({ metadata, ...rest }: Entity): Entity {
  const { [ANNOTATION_KUBERNETES_LABEL_SELECTOR]: _, ...annotations } =
    metadata.annotations ?? {};
  return { ...rest, metadata: { ...metadata, annotations } };
}

function selectedIn(
  entity: Entity,
  { cluster, tables }: ClusterSnapshot,
  namespaces: string[],
): PersistentVolumeClaim[] {
  const annotated = annotatedPlace(entity).namespace;
  const meant = annotated
    ? namespaces.filter(name => name === annotated)
    : namespaces;
  return claimsOfEntity({
    annotations: entity.metadata.annotations ?? {},
    cluster,
    claims: meant.flatMap(it => inNamespace(tables.PersistentVolumeClaim, it)),
    pods: meant.flatMap(it => inNamespace(tables.Pod, it)),
  });
}
