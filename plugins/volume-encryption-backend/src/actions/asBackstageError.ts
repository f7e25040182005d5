import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  isVolumeEncryptionError,
  statusOfErrorCode,
} from 'backstage-plugin-volume-encryption-common';

const ERROR_OF_STATUS = new Map<number, new (message: string) => Error>([
  [400, InputError],
  [403, NotAllowedError],
  [404, NotFoundError],
  [409, ConflictError],
]);

/**
 * An error of ours as one that the actions registry answers with the right
 * status; it knows only those of Backstage. Others stay as they are.
 */
export function asBackstageError(error: unknown): unknown {
  if (!isVolumeEncryptionError(error)) return error;
  const status = statusOfErrorCode[error.code];
  const Kind = ERROR_OF_STATUS.get(status) ?? ServiceUnavailableError;
  return new Kind(error.message);
}
