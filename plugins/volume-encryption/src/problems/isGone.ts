import { isVolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';

/** True when what was asked for is not there, or not the component's. */
export function isGone(error: Error): boolean {
  return (
    isVolumeEncryptionError(error) &&
    (error.code === 'not-found' || error.code === 'unknown-cluster')
  );
}
