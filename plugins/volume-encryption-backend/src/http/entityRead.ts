import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { Request, RequestHandler } from 'express';
import { auditedRead } from './audited';
import { auditedNames } from './auditedNames';
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
    const { kind, namespace, name, claimNamespace } = request.params;
    const entityRef = stringifyEntityRef({ kind, namespace, name });
    const { cluster, claim } = request.params;
    const meta = auditedNames({
      ...{ entityRef, cluster, claim },
      namespace: claimNamespace,
    });
    const answered = await auditedRead(
      auditor,
      { eventId, request, meta },
      async () => {
        const entity = await access.authorizeReading(entityRef, credentials);
        return answer(entity, request);
      },
    );
    await sendJson(response, answered);
  };
}
