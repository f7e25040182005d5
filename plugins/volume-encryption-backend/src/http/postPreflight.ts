import type { RequestHandler } from 'express';
import { abortOnClose } from './abortOnClose';
import type { HttpParts } from './HttpParts';
import { preflightFor } from './preflightFor';

/** `POST /preflights`: who may make the claim may see what stands in its way. */
export function postPreflight(parts: HttpParts): RequestHandler {
  return async (request, response) => {
    const signal = abortOnClose(response);
    const credentials = await parts.httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const caller = { credentials, request, signal };
    response.json(await preflightFor(request.body, caller, parts));
  };
}
