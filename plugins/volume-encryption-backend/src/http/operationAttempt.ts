import type {
  OperationRequest,
  Plan,
} from 'backstage-plugin-volume-encryption-common';
import type { JsonObject } from '@backstage/types';
import type { Attempt } from './audited';
import { auditedNames, auditedOptions } from './auditedNames';

/** What is written of an operation into the audit log: names only. */
export function operationAttempt(
  eventId: string,
  asked: OperationRequest,
): Omit<Attempt, 'request'> {
  const actionType = asked.operation;
  const meta = { actionType, ...auditedNames(asked) };
  switch (asked.operation) {
    case 'kms-connection': {
      const options = auditedOptions(Object.keys(asked.options).sort());
      return { eventId, meta: { ...meta, options } };
    }
    case 'tenant-onboard': {
      const { createNamespace } = asked;
      return { eventId, meta: { ...meta, createNamespace } };
    }
    default:
      return { eventId, meta };
  }
}

/** What is written besides, once it is known what the operation will do. */
export function plannedMeta({ consent }: Plan): JsonObject {
  if (!consent) return {};
  const { from = null, to = null } = consent;
  return { consent: { from, to } };
}
