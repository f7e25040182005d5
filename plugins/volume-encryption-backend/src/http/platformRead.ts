import type { BasicPermission } from '@backstage/plugin-permission-common';
import type { Request, RequestHandler } from 'express';
import { auditedRead } from './audited';
import type { HttpParts } from './HttpParts';

/** A route that tells of clusters or KMSs to whoever has the permission. */
export function platformRead<T>(
  { httpAuth, auditor, access }: HttpParts,
  route: { eventId: string; permission: BasicPermission },
  answer: (request: Request) => Promise<T>,
): RequestHandler {
  return async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const attempt = { eventId: route.eventId, request, meta: {} };
    await auditedRead(auditor, attempt, () =>
      access.authorizePlatform(route.permission, credentials),
    );
    response.json(await answer(request));
  };
}
