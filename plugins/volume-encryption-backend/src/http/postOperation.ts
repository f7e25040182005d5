import {
  OPERATION_LINES,
  type OperationProgress,
  type OperationRequest,
} from 'backstage-plugin-volume-encryption-common';
import type { RequestHandler } from 'express';
import { abortOnClose } from './abortOnClose';
import { errorLine, tellProgress } from './answerErrors';
import { carryOutOperation } from './carryOutOperation';
import type { HttpParts } from './HttpParts';
import { LineAnswer } from './LineAnswer';

/**
 * `POST /operations`: stops between two steps when the caller goes away. Whoever
 * asks for lines is told of each step when it ends.
 */
export function postOperation(parts: HttpParts): RequestHandler {
  return async (request, response) => {
    const signal = abortOnClose(response);
    const credentials = await parts.httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const asked: OperationRequest = request.body;
    const caller = { credentials, request, signal };
    if (!request.get('accept')?.includes(OPERATION_LINES)) {
      const progress: OperationProgress[] = [];
      tellProgress(response, progress);
      const onProgress = (it: OperationProgress) => progress.push(it);
      const its = { ...caller, onProgress };
      response.json(await carryOutOperation(asked, its, parts));
      return;
    }
    const lines = new LineAnswer(response);
    const onBegin = () => lines.begin();
    const onProgress = (it: OperationProgress) => lines.tell(it);
    try {
      const its = { ...caller, onBegin, onProgress };
      const result = await carryOutOperation(asked, its, parts);
      lines.end({ result });
    } catch (error) {
      if (!lines.hasBegun) throw error;
      lines.end(errorLine(error, parts.logger));
    }
  };
}
