import {
  viewPlan,
  type OperationRequest,
} from 'backstage-plugin-volume-encryption-common';
import type { RequestHandler } from 'express';
import { abortOnClose } from './abortOnClose';
import { auditedRead } from './audited';
import { authorizeOperation } from './authorizeOperation';
import type { HttpParts } from './HttpParts';
import { operationAttempt } from './operationAttempt';
import { requestedBy } from './requestedBy';

/** `POST /plans`: who may carry it out may see what it would do. */
export function postPlan(parts: HttpParts): RequestHandler {
  const { httpAuth, auditor, access, operations } = parts;
  return async (request, response) => {
    const signal = abortOnClose(response);
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const asked: OperationRequest = request.body;
    const attempt = { ...operationAttempt('operation-plan', asked), request };
    const plan = await auditedRead(auditor, attempt, async () => {
      const entity = await authorizeOperation(asked, access, credentials);
      const context = { entity, requestedBy: requestedBy(credentials), signal };
      return operations.plan(asked, context);
    });
    response.json(viewPlan(plan));
  };
}
