import {
  ANNOTATION_ORIGIN_LOCATION,
  type Entity,
} from '@backstage/catalog-model';
import { ANNOTATION_CATALOG_FACT } from 'backstage-plugin-volume-encryption-common';

/** Where the entity of a fact comes from, as a location of the catalog. */
export function originOf(id: string): string {
  return `volume-encryption:${id}`;
}

/** The id of the fact that an entity stands for, if it is one of the provider's. */
export function factOf({ metadata }: Entity): string | undefined {
  const annotations = metadata.annotations ?? {};
  const id = annotations[ANNOTATION_CATALOG_FACT];
  const isOurs = id && annotations[ANNOTATION_ORIGIN_LOCATION] === originOf(id);
  return isOurs ? id : undefined;
}
