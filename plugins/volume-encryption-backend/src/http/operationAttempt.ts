import type {
  OperationRequest,
  Plan,
} from 'backstage-plugin-volume-encryption-common';
import type { JsonObject } from '@backstage/types';
import type { Attempt } from './audited';

type Field = OperationRequest extends infer R
  ? R extends object
    ? keyof R
    : never
  : never;

/** Fields of requests that are names, and no values. */
const NAMES: ReadonlySet<string> = new Set<Field>([
  'cluster',
  'createNamespace',
  'entityRef',
  'kmsId',
  'name',
  'namespace',
  'owner',
  'schedule',
  'storageClass',
]);

/** What is written of an operation into the audit log: names only. */
export function operationAttempt(
  eventId: string,
  asked: OperationRequest,
): Omit<Attempt, 'request'> {
  const named = Object.entries(asked).filter(([field]) => NAMES.has(field));
  const options =
    asked.operation === 'kms-connection'
      ? { options: Object.keys(asked.options).sort() }
      : {};
  const actionType = asked.operation;
  return {
    eventId,
    meta: { actionType, ...Object.fromEntries(named), ...options },
  };
}

/** What is written besides, once it is known what the operation will do. */
export function plannedMeta({ consent }: Plan): JsonObject {
  if (!consent) return {};
  const { from = null, to = null } = consent;
  return { consent: { from, to } };
}
