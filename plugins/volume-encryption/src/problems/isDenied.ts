import {
  isVolumeEncryptionError,
  type VolumeEncryptionError,
} from 'backstage-plugin-volume-encryption-common';

/** True when the user, or the component, may not have what was asked for. */
export function isDenied(error: Error): error is VolumeEncryptionError {
  return (
    isVolumeEncryptionError(error) &&
    (error.code === 'not-allowed' || error.code === 'no-consent')
  );
}
