import {
  VolumeEncryptionError,
  type ObjectTarget,
} from 'backstage-plugin-volume-encryption-common';

/**
 * Throws `invalid-input` for a target without a uid, or with an empty
 * resourceVersion: there would be no precondition.
 */
export function requireIdentity(
  { uid, resourceVersion }: ObjectTarget,
  what: 'changed' | 'deleted',
): void {
  for (const [field, value] of Object.entries({ uid, resourceVersion })) {
    if (value || (value === undefined && field !== 'uid')) continue;
    throw new VolumeEncryptionError(
      'invalid-input',
      `An object is ${what} only by the "${field}" that was seen: read it first.`,
      { field },
    );
  }
}
