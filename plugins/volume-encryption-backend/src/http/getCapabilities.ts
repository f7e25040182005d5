import type { RequestHandler } from 'express';
import type { HttpParts } from './HttpParts';
import { textOf } from './pageOf';

/** `GET /capabilities`: whoever is signed in may ask what he may do. */
export function getCapabilities({
  httpAuth,
  access,
}: HttpParts): RequestHandler {
  return async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const entityRef = textOf(request.query.entityRef);
    response.json(await access.capabilities(entityRef, credentials));
  };
}
