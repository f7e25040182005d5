import { RELATION_OWNED_BY, type Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_KUBERNETES_CLUSTER,
  ANNOTATION_KUBERNETES_NAMESPACE,
  consentedOwner,
  type Namespace,
} from 'backstage-plugin-volume-encryption-common';
import {
  find,
  namespacesServing,
  observedIn,
  type ClusterSnapshot,
} from '../volumeIndex';

/**
 * Whether a namespace lets an entity use it: its owner annotation, which the
 * platform writes, names an owner of the entity. `not-a-tenant`: it names
 * nobody, or there is no such namespace. `unknown`: it could not be read.
 */
export type Consent = 'given' | 'refused' | 'not-a-tenant' | 'unknown';

/** Entity refs of the entity's owners, as the catalog has worked them out. */
export function ownersOf(entity: Entity): Set<string> {
  const relations = entity.relations ?? [];
  return new Set(
    relations
      .filter(({ type }) => type === RELATION_OWNED_BY)
      .map(({ targetRef }) => targetRef.toLocaleLowerCase('en-US')),
  );
}

/** The consent of one namespace of a cluster to an entity. */
export function consentOf(
  entity: Entity,
  snapshot: ClusterSnapshot,
  namespace: string,
): Consent {
  const fact = observedIn(snapshot, snapshot.tables.Namespace, table =>
    find(table, namespace),
  );
  if (fact.status === 'unknown') return 'unknown';
  if (!fact.value || consentedOwner(fact.value) === undefined) {
    return 'not-a-tenant';
  }
  return serves(fact.value, entity) ? 'given' : 'refused';
}

/** Whether the namespace names an owner of the entity as the one it serves. */
export function serves(
  namespace: Namespace | undefined,
  entity: Entity,
): boolean {
  const owner = namespace && consentedOwner(namespace);
  return owner !== undefined && ownersOf(entity).has(owner);
}

/** The namespaces of a cluster whose consent names an owner of the entity. */
export function consentingNamespaces(
  entity: Entity,
  snapshot: ClusterSnapshot,
): string[] {
  return [...ownersOf(entity)]
    .flatMap(owner => namespacesServing(snapshot, owner))
    .map(({ meta }) => meta.name)
    .sort();
}

/** What an entity's annotations point at; each may be open. */
export function annotatedPlace(entity: Entity): {
  cluster?: string;
  namespace?: string;
} {
  const annotations = entity.metadata.annotations ?? {};
  return {
    cluster: annotations[ANNOTATION_KUBERNETES_CLUSTER] || undefined,
    namespace: annotations[ANNOTATION_KUBERNETES_NAMESPACE] || undefined,
  };
}
