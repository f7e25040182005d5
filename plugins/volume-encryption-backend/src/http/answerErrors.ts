import type { LoggerService } from '@backstage/backend-plugin-api';
import { CustomErrorBase } from '@backstage/errors';
import {
  isVolumeEncryptionError,
  statusOfErrorCode,
  VolumeEncryptionError,
  type OperationLine,
  type OperationProgress,
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

/** What an error is answered with besides, if there is any of it by then. */
export function tellProgress(
  response: Response,
  progress: readonly OperationProgress[],
): void {
  response.locals.progress = progress;
}

/** The error as the last line of an answer whose status is told already. */
export function errorLine(
  error: unknown,
  logger: LoggerService,
): OperationLine {
  if (isVolumeEncryptionError(error)) return { error: shown(error) };
  const { name, message } = isTellable(error)
    ? error
    : concealed(error, logger);
  return { error: { name, message } };
}

function answer(error: VolumeEncryptionError, response: Response): void {
  const { method, url } = response.req;
  const statusCode = statusOfErrorCode[error.code];
  const { progress = [] } = response.locals;
  response.status(statusCode).json({
    error: shown(error),
    ...(progress.length > 0 && { progress }),
    request: { method, url },
    response: { statusCode },
  });
}

function shown({ name, message, code, field }: VolumeEncryptionError) {
  return { name, message, code, field };
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
function isTellable(error: unknown): error is Error {
  if (error instanceof CustomErrorBase) return true;
  return error instanceof Error && 'expose' in error && error.expose === true;
}

function concealed(error: unknown, logger: LoggerService): Error {
  logger.error(originOf(error));
  return new Error('The request failed unexpectedly. See the log.');
}
