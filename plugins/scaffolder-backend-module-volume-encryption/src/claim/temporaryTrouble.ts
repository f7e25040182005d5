import { isError } from '@backstage/errors';
import {
  isVolumeEncryptionError,
  type VolumeEncryptionErrorCode,
} from 'backstage-plugin-volume-encryption-common';

/** `not-found`: the claim is new, and the backend has not heard of it yet. */
const TEMPORARY: readonly VolumeEncryptionErrorCode[] = [
  'not-found',
  'cluster-unreachable',
  'timeout',
];

/** The trouble in words when waiting may mend it; throws the error when not. */
export function temporaryTrouble(error: unknown): string {
  if (isVolumeEncryptionError(error) && TEMPORARY.includes(error.code)) {
    return error.message;
  }
  if (isError(error) && error.name === 'ServiceUnavailableError') {
    return error.message;
  }
  throw error;
}
