import {
  isVolumeEncryptionError,
  unknown,
  type Observed,
  type UnknownWhy,
  type VolumeEncryptionErrorCode,
} from 'backstage-plugin-volume-encryption-common';

const WHY: Partial<Record<VolumeEncryptionErrorCode, UnknownWhy>> = {
  'cluster-denied': 'denied',
  'cluster-unreachable': 'unreachable',
  'kms-denied': 'denied',
  'kms-sealed': 'sealed',
  'kms-unreachable': 'unreachable',
  'unknown-kms': 'not-configured',
  timeout: 'timeout',
};

/** A failed read as a fact. The text of an error that is not ours is not told. */
export function whyUnknown(error: unknown): Observed<never> {
  return isVolumeEncryptionError(error)
    ? unknown(WHY[error.code] ?? 'failed', error.message)
    : unknown('failed', 'It could not be read.');
}
