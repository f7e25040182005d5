import { VolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';

/**
 * Told to the caller as what is not there, because he may not see it; to the audit
 * log it is an attempt that was denied.
 */
export class Withheld extends VolumeEncryptionError {
  constructor(message: string, options: { field: string }) {
    super('not-found', message, options);
  }
}
