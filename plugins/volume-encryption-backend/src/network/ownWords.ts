import { isVolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';

/** What to record of an error: our own words, never those of another. */
export function ownWords(error: unknown): string {
  return isVolumeEncryptionError(error)
    ? error.message
    : 'It failed unexpectedly.';
}
