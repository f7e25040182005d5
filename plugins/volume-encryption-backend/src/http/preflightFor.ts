import type {
  ClaimRequest,
  Preflight,
} from 'backstage-plugin-volume-encryption-common';
import { auditedRead } from './audited';
import { authorizeOperation } from './authorizeOperation';
import type { Caller } from './carryOutOperation';
import type { HttpParts } from './HttpParts';
import { operationAttempt } from './operationAttempt';
import { requestedBy } from './requestedBy';

/**
 * What stands in the way of a claim, for who may make it: the same permission on
 * the entity, and the consent of the namespace. A denial leaves an audit event.
 * Throws `not-allowed` and `no-consent` before anything is looked at.
 */
export async function preflightFor(
  asked: ClaimRequest,
  { credentials, request, signal }: Omit<Caller, 'onBegin' | 'onProgress'>,
  {
    auditor,
    access,
    preflights,
  }: Pick<HttpParts, 'auditor' | 'access' | 'preflights'>,
): Promise<Preflight> {
  const { eventId, meta } = operationAttempt('preflight', asked);
  const attempt = request
    ? { eventId, request, meta }
    : { eventId, meta: { ...meta, requestedBy: requestedBy(credentials) } };
  return auditedRead(auditor, attempt, async () => {
    const entity = await authorizeOperation(asked, access, credentials);
    return preflights.look(asked, { entity, signal });
  });
}
