import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { CatalogFact } from 'backstage-plugin-volume-encryption-common';
import { isSame, withDigest } from '../entity/digest';
import { entityOf } from '../entity/entityOf';
import { factOf } from '../entity/originOf';
import { keepUnread, mayBeThere, mayLack } from './keepUnread';
import type { Facts } from './readFacts';

/** What is to be given to the catalog, and the refs of what is to go. */
export interface Changes {
  added: Entity[];
  removed: string[];
}

/**
 * How the catalog is to change: what is new or says something else, and what is
 * gone. What belongs to a cluster that could not be read never goes.
 */
export function changesOf(
  { items, unread }: Facts,
  former: ReadonlyMap<string, Entity>,
  settings: { owner: string; pageUrl: string },
): Changes {
  const wanted = new Map(
    items.map(fact => {
      const entity = entityOf(fact, settings);
      const ref = stringifyEntityRef(entity);
      const whole = mayLack(fact.id, unread)
        ? keepUnread(entity, former.get(ref), hasOwner(fact))
        : entity;
      return [ref, withDigest(whole)];
    }),
  );
  const isGone = ([ref, entity]: [string, Entity]) =>
    !wanted.has(ref) && !mayBeThere(factOf(entity) ?? '', unread);
  return {
    added: [...wanted]
      .filter(([ref, entity]) => !isSame(entity, former.get(ref)))
      .map(([, entity]) => entity),
    removed: [...former].filter(isGone).map(([ref]) => ref),
  };
}

function hasOwner({ owner }: CatalogFact): boolean {
  return owner !== undefined;
}
