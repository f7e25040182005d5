import type { OperationRequest } from 'backstage-plugin-volume-encryption-common';
import type { RequestHandler } from 'express';
import { abortOnClose } from './abortOnClose';
import { carryOutOperation } from './carryOutOperation';
import type { HttpParts } from './HttpParts';

/** `POST /operations`: stops between two steps when the caller goes away. */
export function postOperation(parts: HttpParts): RequestHandler {
  return async (request, response) => {
    const signal = abortOnClose(response);
    const credentials = await parts.httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const asked: OperationRequest = request.body;
    const caller = { credentials, request, signal };
    response.json(await carryOutOperation(asked, caller, parts));
  };
}
