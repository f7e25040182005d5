import {
  isVolumeEncryptionError,
  statusOfErrorCode,
  VolumeEncryptionError,
} from 'backstage-plugin-volume-encryption-common';
import type { ErrorRequestHandler } from 'express';
import { error as openApiErrors } from 'express-openapi-validator';

/**
 * Answers errors of ours with the status of their code, and what the contract
 * refuses as `invalid-input`. Everything else is for Backstage's middleware.
 */
export const answerErrors: ErrorRequestHandler = (
  thrown,
  request,
  response,
  next,
) => {
  const error = asOurs(thrown);
  if (!isVolumeEncryptionError(error) || response.headersSent) {
    next(error);
    return;
  }
  const { name, message, code, field } = error;
  const statusCode = statusOfErrorCode[code];
  response.status(statusCode).json({
    error: { name, message, code, field },
    request: { method: request.method, url: request.url },
    response: { statusCode },
  });
};

function asOurs(thrown: unknown): unknown {
  if (!(thrown instanceof openApiErrors.BadRequest)) return thrown;
  const [first] = thrown.errors;
  // A path such as /body/size or /query/cluster.
  const field = first?.path.split('/').slice(2).join('.');
  const what = field ? `${field} ${first.message}` : thrown.message;
  return new VolumeEncryptionError('invalid-input', `${what}.`, {
    field: field || undefined,
  });
}
