import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { Request, RequestHandler } from 'express';
import { auditedRead } from './audited';
import type { HttpParts } from './HttpParts';
import { sendJson } from './sendJson';

/**
 * A route that tells of one entity: the caller must see it in the catalog and
 * may read its volumes, and the namespace it names, if any, must consent.
 */
export function entityRead<T extends object>(
  { httpAuth, auditor, access }: HttpParts,
  eventId: string,
  answer: (entity: Entity, request: Request) => Promise<T>,
): RequestHandler {
  return async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const { kind, namespace, name } = request.params;
    const entityRef = stringifyEntityRef({ kind, namespace, name });
    const attempt = { eventId, request, meta: { entityRef } };
    const entity = await auditedRead(auditor, attempt, () =>
      access.authorizeReading(entityRef, credentials),
    );
    sendJson(response, await answer(entity, request));
  };
}
