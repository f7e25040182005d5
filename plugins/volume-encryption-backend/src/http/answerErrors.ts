import type { LoggerService } from '@backstage/backend-plugin-api';
import { CustomErrorBase } from '@backstage/errors';
import {
  isVolumeEncryptionError,
  statusOfErrorCode,
  VolumeEncryptionError,
} from 'backstage-plugin-volume-encryption-common';
import type { Request, RequestHandler, Response, Router } from 'express';
import { error as openApiErrors } from 'express-openapi-validator';
import { originOf } from '../network/originOf';

/**
 * The router, with its errors answered: those of ours with the status of their
 * code, and what the contract refuses as `invalid-input`. Everything else is for
 * Backstage's middleware, without its text unless that is meant for the caller.
 */
export function answerErrors(
  router: Router,
  logger: LoggerService,
): RequestHandler {
  return (request, response, next) =>
    router(request, response, (thrown?: unknown) => {
      if (thrown === undefined) {
        next();
        return;
      }
      const error = asOurs(thrown, request);
      if (isVolumeEncryptionError(error) && !response.headersSent) {
        answer(error, response);
      } else {
        next(isTellable(error) ? error : concealed(error, logger));
      }
    });
}

function answer(error: VolumeEncryptionError, response: Response): void {
  const { name, message, code, field } = error;
  const { method, url } = response.req;
  const statusCode = statusOfErrorCode[code];
  response.status(statusCode).json({
    error: { name, message, code, field },
    request: { method, url },
    response: { statusCode },
  });
}

function asOurs(thrown: unknown, { path }: Request): unknown {
  if (!(thrown instanceof openApiErrors.BadRequest)) return thrown;
  const [first] = thrown.errors;
  // Such as /kmsId or /query/cluster; that of the route where no field is meant.
  const field =
    first && first.path !== path ? first.path.split('/').at(-1) : undefined;
  const message = field ? `${field} ${first.message}.` : `${thrown.message}.`;
  return new VolumeEncryptionError('invalid-input', message, { field });
}

/** Errors of Backstage, and those that Express' parsers make for the caller. */
function isTellable(error: unknown): boolean {
  if (error instanceof CustomErrorBase) return true;
  return error instanceof Error && 'expose' in error && error.expose === true;
}

function concealed(error: unknown, logger: LoggerService): Error {
  logger.error(originOf(error));
  return new Error('The request failed unexpectedly. See the log.');
}
