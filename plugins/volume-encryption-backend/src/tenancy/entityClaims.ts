import type { Entity } from '@backstage/catalog-model';
import {
  claimsOfEntity,
  consentedOwner,
  type PersistentVolumeClaim,
} from 'backstage-plugin-volume-encryption-common';
import { all, inNamespace, type ClusterSnapshot } from '../volumeIndex';
import { annotatedPlace, consentOf, ownersOf } from './consent';

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
  const owners = ownersOf(entity);
  return all(tables.Namespace)
    .filter(namespace => owners.has(consentedOwner(namespace) ?? ''))
    .map(({ meta }) => meta.name);
}

/**
 * The namespaces that serve nobody yet and have claims that the entity selects:
 * most likely it waits for them to be onboarded. Namespaces that serve others
 * are not among them, so that a selector cannot be used to look into those.
 */
export function namespacesToOnboard(
  entity: Entity,
  snapshot: ClusterSnapshot,
): string[] {
  const names = all(snapshot.tables.Namespace)
    .map(({ meta }) => meta.name)
    .filter(name => consentOf(entity, snapshot, name) === 'not-a-tenant');
  const claims = selectedIn(entity, snapshot, names);
  return [...new Set(claims.map(({ meta }) => meta.namespace))];
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
