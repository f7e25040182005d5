import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { VolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';

/** For records: the user's entity ref, or the subject of the service. */
export function requestedBy({ principal }: BackstageCredentials): string {
  return (
    textOf(principal, 'userEntityRef') ??
    textOf(principal, 'subject') ??
    'a service'
  );
}

/**
 * What changes something is asked for by a person, or by a service on behalf of
 * one: a service itself has every permission. Throws `not-allowed`.
 */
export function requireUser({ principal }: BackstageCredentials): void {
  if (textOf(principal, 'userEntityRef') !== undefined) return;
  throw new VolumeEncryptionError(
    'not-allowed',
    'Operations are planned and carried out for a user. A service asks on behalf of one, with a token that the auth service made from the credentials of that user.',
  );
}

function textOf(principal: unknown, field: string): string | undefined {
  if (typeof principal !== 'object' || principal === null) return undefined;
  const value: unknown = Reflect.get(principal, field);
  return typeof value === 'string' ? value : undefined;
}
