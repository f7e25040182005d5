import type { Request, RequestHandler } from 'express';
import type { HttpParts } from './HttpParts';
import { requirePlatform, type PlatformRoute } from './requirePlatform';
import { sendJson } from './sendJson';

/** A route that tells of clusters or KMSs to whoever has the permission. */
export function platformRead<T extends object>(
  parts: HttpParts,
  route: PlatformRoute,
  answer: (request: Request) => Promise<T>,
): RequestHandler {
  return async (request, response) => {
    await requirePlatform(parts, route, request);
    await sendJson(response, await answer(request));
  };
}
