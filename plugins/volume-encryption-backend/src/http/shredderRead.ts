import type { Request, RequestHandler } from 'express';
import {
  platformReadPermission,
  tenantKeysDestroyPermission,
} from 'backstage-plugin-volume-encryption-common';
import { auditedRead } from './audited';
import type { HttpParts } from './HttpParts';

/**
 * A route for who reads the platform, and for who destroys keys, which is to be
 * somebody else: he has to choose a connection and to see what he destroyed.
 *
 * @param answer - is told whether the caller may read all of the platform
 */
export function shredderRead<T>(
  { httpAuth, auditor, access }: HttpParts,
  eventId: string,
  answer: (request: Request, mayReadAll: boolean) => Promise<T>,
): RequestHandler {
  return async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const mayReadAll = await auditedRead(
      auditor,
      { eventId, request, meta: {} },
      () =>
        access.authorizeEither(
          [platformReadPermission, tenantKeysDestroyPermission],
          credentials,
        ),
    );
    response.json(await answer(request, mayReadAll));
  };
}
