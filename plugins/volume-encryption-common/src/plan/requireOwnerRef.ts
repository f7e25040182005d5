import { parseEntityRef } from '@backstage/catalog-model';
import { VolumeEncryptionError } from '../contract/errors';
import { requireLabelValue } from '../kubernetes/names';
import { normalisedOwner } from '../tenant/tenant';

/**
 * The owner in the catalog's normal form, such as `group:default/payments`. The
 * parts have the catalog's form of names (`DefaultNamespace`, `name`: at most 63
 * characters). Throws `invalid-input`.
 */
export function requireOwnerRef(owner: string): string {
  const ref = normalisedOwner(owner);
  if (ref === undefined) {
    throw new VolumeEncryptionError(
      'invalid-input',
      'owner is not an entity ref: write <kind>:<namespace>/<name>, or the name of a group.',
      { field: 'owner' },
    );
  }
  for (const part of Object.values(parseEntityRef(ref))) {
    requireLabelValue('owner', part);
  }
  return ref;
}
