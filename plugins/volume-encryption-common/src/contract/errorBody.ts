import {
  VolumeEncryptionError,
  type VolumeEncryptionErrorCode,
} from './errors';

/** The HTTP status each code is answered with. @public */
export const statusOfErrorCode: Readonly<
  Record<VolumeEncryptionErrorCode, number>
> = {
  'invalid-input': 400,
  'not-allowed': 403,
  'no-consent': 403,
  'unknown-cluster': 404,
  'unknown-kms': 404,
  'unknown-connection': 404,
  'unknown-storage-class': 404,
  'not-found': 404,
  conflict: 409,
  'not-ours': 409,
  'taken-by-other': 409,
  'in-use': 409,
  aborted: 499,
  'not-implemented': 501,
  'cluster-unreachable': 503,
  'cluster-denied': 503,
  'kms-unreachable': 503,
  'kms-sealed': 503,
  'kms-denied': 503,
  timeout: 503,
};

/**
 * The error that an answer of the backend tells of, by its `error.code`.
 * @param body - the parsed JSON, in Backstage's form
 *   `{ error: { name, message, code, field? } }`
 * @returns undefined when the body tells of no error of ours
 *
 * @public
 */
export function errorFromBody(
  body: unknown,
): VolumeEncryptionError | undefined {
  if (!isRecord(body) || !isRecord(body.error)) return undefined;
  const { code, message, field } = body.error;
  if (!isErrorCode(code) || typeof message !== 'string') return undefined;
  return new VolumeEncryptionError(code, message, {
    field: typeof field === 'string' ? field : undefined,
  });
}

function isErrorCode(code: unknown): code is VolumeEncryptionErrorCode {
  return typeof code === 'string' && Object.hasOwn(statusOfErrorCode, code);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
