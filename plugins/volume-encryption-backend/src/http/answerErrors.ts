import {
  isVolumeEncryptionError,
  statusOfErrorCode,
  VolumeEncryptionError,
} from 'backstage-plugin-volume-encryption-common';
import type { ErrorRequestHandler, Request } from 'express';
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
  const error = asOurs(thrown, request);
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

function asOurs(thrown: unknown, { path }: Request): unknown {
  if (!(thrown instanceof openApiErrors.BadRequest)) return thrown;
  const [first] = thrown.errors;
  // Such as /kmsId or /query/cluster; that of the route where no field is meant.
  const field =
    first && first.path !== path ? first.path.split('/').at(-1) : undefined;
  const message = field ? `${field} ${first.message}.` : `${thrown.message}.`;
  return new VolumeEncryptionError('invalid-input', message, { field });
}
