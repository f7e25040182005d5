import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { CatalogFact } from 'backstage-plugin-volume-encryption-common';
import { settings } from '../entity/testFacts';
import { changesOf } from './changesOf';

/** The catalog after it was given these facts and nothing else. */
export function catalogWith(...items: CatalogFact[]): Map<string, Entity> {
  const { added } = changesOf(
    { items, unread: new Set() },
    new Map(),
    settings,
  );
  return new Map(added.map(it => [stringifyEntityRef(it), it]));
}
