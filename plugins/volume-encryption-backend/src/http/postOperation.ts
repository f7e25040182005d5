import type { OperationRequest } from 'backstage-plugin-volume-encryption-common';
import type { RequestHandler } from 'express';
import { abortOnClose } from './abortOnClose';
import { auditedWrite } from './audited';
import { authorizeOperation } from './authorizeOperation';
import type { HttpParts } from './HttpParts';
import { operationAttempt, plannedMeta } from './operationAttempt';
import { requestedBy } from './requestedBy';

/** `POST /operations`: stops between two steps when the caller goes away. */
export function postOperation(parts: HttpParts): RequestHandler {
  const { httpAuth, auditor, access, operations } = parts;
  return async (request, response) => {
    const signal = abortOnClose(response);
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const asked: OperationRequest = request.body;
    const attempt = { ...operationAttempt('operation-run', asked), request };
    const result = await auditedWrite(auditor, attempt, async add => {
      const entity = await authorizeOperation(asked, access, credentials);
      return operations.run(asked, {
        entity,
        requestedBy: requestedBy(credentials),
        signal,
        onPlan: plan => add(plannedMeta(plan)),
      });
    });
    response.json(result);
  };
}
