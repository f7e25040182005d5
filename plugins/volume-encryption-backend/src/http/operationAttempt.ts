import type { OperationRequest } from 'backstage-plugin-volume-encryption-common';
import type { Request } from 'express';
import type { Attempt } from './audited';

/** What is written of an operation into the audit log: names only. */
export function operationAttempt(eventId: string, request: Request): Attempt {
  const asked: OperationRequest = request.body;
  const { operation, cluster } = asked;
  const meta = { actionType: operation, cluster };
  switch (asked.operation) {
    case 'claim': {
      const { entityRef, namespace, name, storageClass } = asked;
      const names = { entityRef, namespace, name, storageClass };
      return { eventId, request, meta: { ...meta, ...names } };
    }
    case 'storage-class': {
      const { name, kmsId } = asked;
      return { eventId, request, meta: { ...meta, name, kmsId } };
    }
    default: {
      const names = 'namespace' in asked ? { namespace: asked.namespace } : {};
      const kms = 'kmsId' in asked ? { kmsId: asked.kmsId } : {};
      return { eventId, request, meta: { ...meta, ...names, ...kms } };
    }
  }
}
