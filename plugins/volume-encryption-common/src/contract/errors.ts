import type { components } from './openapiTypes.generated';

/**
 * What went wrong, for code; what each means is in openapi.yaml. Each is answered
 * with one HTTP status, see `statusOfErrorCode`.
 *
 * @public
 */
export type VolumeEncryptionErrorCode = components['schemas']['ErrorCode'];

/**
 * The one error of this product. The message says what happened and what to do
 * next, in words made by us: it never wraps an upstream error, whose text and
 * fields could hold a token.
 *
 * @public
 */
export class VolumeEncryptionError extends Error {
  readonly code: VolumeEncryptionErrorCode;
  readonly field?: string;

  constructor(
    code: VolumeEncryptionErrorCode,
    message: string,
    options: { field?: string } = {},
  ) {
    super(message);
    this.name = 'VolumeEncryptionError';
    this.code = code;
    this.field = options.field;
  }
}

/** True for our own error, also when the package is loaded twice. @public */
export function isVolumeEncryptionError(
  error: unknown,
): error is VolumeEncryptionError {
  return error instanceof Error && error.name === 'VolumeEncryptionError';
}
