import { createHash } from 'node:crypto';
import type { Entity } from '@backstage/catalog-model';

/** On an entity: tells whether it is the same that was given before. */
const ANNOTATION_DIGEST = 'volume-encryption.backstage.io/digest';

/** The entity with a digest of what it says. */
export function withDigest<T extends Entity>(entity: T): T {
  const { metadata } = entity;
  const text = JSON.stringify(entity);
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 16);
  const annotations = { ...metadata.annotations, [ANNOTATION_DIGEST]: digest };
  return { ...entity, metadata: { ...metadata, annotations } };
}

/** Whether both were given with the same digest. */
export function isSame(one: Entity, other: Entity | undefined): boolean {
  return other !== undefined && digestOf(one) === digestOf(other);
}

function digestOf({ metadata }: Entity): string | undefined {
  return metadata.annotations?.[ANNOTATION_DIGEST];
}
