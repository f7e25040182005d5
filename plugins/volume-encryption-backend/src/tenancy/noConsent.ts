import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { VolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';

/** One answer for "not onboarded", "another's" and "not there". */
export function noConsent(
  entity: Entity,
  namespace: string,
  which: string,
): VolumeEncryptionError {
  return new VolumeEncryptionError(
    'no-consent',
    `Namespace "${namespace}" ${which} does not name an owner of "${stringifyEntityRef(entity)}" as the one it serves. Ask the platform team to give its consent, or point the annotation at a namespace of your own.`,
    { field: 'namespace' },
  );
}
