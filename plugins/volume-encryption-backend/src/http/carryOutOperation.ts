import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  OperationRequest,
  OperationResult,
} from 'backstage-plugin-volume-encryption-common';
import type { Request } from 'express';
import type { OperationContext } from '../operations';
import { auditedWrite } from './audited';
import { authorizeOperation } from './authorizeOperation';
import type { HttpParts } from './HttpParts';
import { operationAttempt, plannedMeta } from './operationAttempt';
import { requestedBy } from './requestedBy';

/** Who asks for an operation, and how to stop it. */
export interface Caller {
  credentials: BackstageCredentials;
  /** Where he asks by HTTP. */
  request?: Request;
  signal?: AbortSignal;
  /** Is told when the plan is made, so that it is authorized and possible. */
  onBegin?: () => void;
  onProgress?: OperationContext['onProgress'];
}

/**
 * An operation on behalf of the caller: authorized, then planned and carried out,
 * with one audit event however it ends. Throws `not-allowed` and `no-consent`
 * before anything is looked at, and what the operation throws.
 */
export async function carryOutOperation(
  asked: OperationRequest,
  { credentials, request, signal, ...caller }: Caller,
  { auditor, access, operations }: Parts,
): Promise<OperationResult> {
  const by = requestedBy(credentials);
  const { eventId, meta } = operationAttempt('operation-run', asked);
  const attempt = request
    ? { eventId, request, meta }
    : { eventId, meta: { ...meta, requestedBy: by } };
  return auditedWrite(auditor, attempt, async add => {
    const entity = await authorizeOperation(asked, access, credentials);
    return operations.run(asked, {
      entity,
      requestedBy: by,
      signal,
      onPlan: plan => {
        add(plannedMeta(plan));
        caller.onBegin?.();
      },
      onProgress: caller.onProgress,
    });
  });
}

type Parts = Pick<HttpParts, 'auditor' | 'access' | 'operations'>;
