import {
  isVolumeEncryptionError,
  type VolumeEncryptionErrorCode,
} from 'backstage-plugin-volume-encryption-common';

const UNANSWERED: readonly VolumeEncryptionErrorCode[] = [
  'cluster-unreachable',
  'timeout',
];

/** Whether a cluster refused nothing, so that it may have done what it was asked. */
export function isUnanswered(error: unknown): boolean {
  return isVolumeEncryptionError(error) && UNANSWERED.includes(error.code);
}
