import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  requireConfigMapKey,
  VolumeEncryptionError,
} from 'backstage-plugin-volume-encryption-common';

/**
 * An entity ref in the catalog's normal form. Throws `invalid-input`, also for
 * parts such as "..", which would be another path of the catalog.
 */
export function normalisedRef(entityRef: string): string {
  const parts = parsed(entityRef);
  for (const part of Object.values(parts))
    requireConfigMapKey('entityRef', part);
  return stringifyEntityRef(parts);
}

function parsed(entityRef: string) {
  try {
    return parseEntityRef(entityRef);
  } catch {
    throw new VolumeEncryptionError(
      'invalid-input',
      'entityRef is not an entity ref: write <kind>:<namespace>/<name>.',
      { field: 'entityRef' },
    );
  }
}
