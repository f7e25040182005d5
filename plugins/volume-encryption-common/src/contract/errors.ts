/**
 * What went wrong, for code. Each is answered with one HTTP status.
 *
 * - `invalid-input` 400: a field is not acceptable; `field` names it
 * - `unknown-cluster`, `unknown-kms`, `unknown-connection`,
 *   `unknown-storage-class`, `not-found` 404
 * - `not-allowed`, `no-consent` 403
 * - `conflict` 409: the object changed, or another manager owns a field
 * - `not-ours` 409: an object of that name exists that we did not make
 * - `taken-by-other` 409: somebody else unwrapped a token; an alarm
 * - `in-use` 409: volumes, snapshots or classes still rest on it
 * - `cluster-unreachable`, `cluster-denied`, `kms-unreachable`, `kms-sealed`,
 *   `kms-denied`, `timeout` 503: a system behind us did not do its part
 * - `aborted` 499: the caller went away between two steps
 * - `not-implemented` 501
 *
 * @public
 */
export type VolumeEncryptionErrorCode =
  | 'invalid-input'
  | 'unknown-cluster'
  | 'unknown-kms'
  | 'unknown-connection'
  | 'unknown-storage-class'
  | 'not-found'
  | 'not-allowed'
  | 'no-consent'
  | 'conflict'
  | 'not-ours'
  | 'taken-by-other'
  | 'in-use'
  | 'cluster-unreachable'
  | 'cluster-denied'
  | 'kms-unreachable'
  | 'kms-sealed'
  | 'kms-denied'
  | 'timeout'
  | 'aborted'
  | 'not-implemented';

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
