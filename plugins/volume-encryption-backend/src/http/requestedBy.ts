import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { VolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';
import { textAt } from '../network/valueAt';

/** For records: the user's entity ref, or the subject of the service. */
export function requestedBy({ principal }: BackstageCredentials): string {
  return (
    textAt(principal, 'userEntityRef') ??
    textAt(principal, 'subject') ??
    'a service'
  );
}

/**
 * What changes something is asked for by a person, or by a service on behalf of
 * one: a service itself has every permission. Throws `not-allowed`.
 */
export function requireUser({ principal }: BackstageCredentials): void {
  if (textAt(principal, 'userEntityRef') !== undefined) return;
  throw new VolumeEncryptionError(
    'not-allowed',
    'Operations are planned and carried out for a user. A service asks on behalf of one, with a token that the auth service made from the credentials of that user.',
  );
}
