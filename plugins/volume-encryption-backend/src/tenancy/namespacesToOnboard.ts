import type { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_KUBERNETES_ID,
  ANNOTATION_KUBERNETES_LABEL_SELECTOR,
} from 'backstage-plugin-volume-encryption-common';
import { claimsWithId, podsWithId, type ClusterSnapshot } from '../volumeIndex';
import { consentOf } from './consent';
import { rememberedBy } from './rememberedBy';
import { selectedIn } from './selectedIn';

const remembered = rememberedBy<readonly string[]>(5000);

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
  const names = namespacesWithId(entity, snapshot).filter(
    name => consentOf(entity, snapshot, name) === 'not-a-tenant',
  );
  if (names.length === 0) return [];
  const claims = selectedIn(withoutSelector(entity), snapshot, names);
  return [...new Set(claims.map(({ meta }) => meta.namespace))].sort();
}

/** Where anything carries the entity's id. */
function namespacesWithId(
  { metadata }: Entity,
  snapshot: ClusterSnapshot,
): readonly string[] {
  const id = metadata.annotations?.[ANNOTATION_KUBERNETES_ID];
  if (!id) return [];
  const restsOn = [claimsWithId(snapshot, id), podsWithId(snapshot, id)];
  return remembered(`${snapshot.cluster} ${id}`, restsOn, () => [
    ...new Set(restsOn.flat().map(({ meta }) => meta.namespace)),
  ]);
}

function withoutSelector({ metadata, ...rest }: Entity): Entity {
  const { [ANNOTATION_KUBERNETES_LABEL_SELECTOR]: _, ...annotations } =
    metadata.annotations ?? {};
  return { ...rest, metadata: { ...metadata, annotations } };
}
