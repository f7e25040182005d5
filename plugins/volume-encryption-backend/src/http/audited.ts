import type { AuditorService } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import {
  isVolumeEncryptionError,
  maskSecrets,
} from 'backstage-plugin-volume-encryption-common';
import type { Request } from 'express';
import { Withheld } from '../tenancy';

/** Something that a caller tries. */
export interface Attempt {
  /** Kebab-case, such as `entity-volumes-read`. */
  eventId: string;
  /** Says who; where there is none, `meta` has to. */
  request?: Request;
  /** Names only; it is logged as it is. */
  meta: JsonObject;
}

/**
 * A read: leaves an audit event when it is denied, also where the caller is told
 * that nothing is there.
 */
export async function auditedRead<T>(
  auditor: AuditorService,
  attempt: Attempt,
  act: () => Promise<T>,
): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (isDenial(error)) {
      const event = await begin(auditor, attempt);
      await event.fail({ error: tellable(error) });
    }
    throw error;
  }
}

/**
 * A write: leaves an audit event, however it ends. `add` is for what is only
 * known as it goes on: names only, as well.
 */
export async function auditedWrite<T>(
  auditor: AuditorService,
  attempt: Attempt,
  act: (add: (meta: JsonObject) => void) => Promise<T>,
): Promise<T> {
  const event = await begin(auditor, attempt);
  let meta: JsonObject | undefined;
  try {
    const result = await act(added => {
      meta = { ...meta, ...added };
    });
    await event.success({ meta });
    return result;
  } catch (error) {
    await event.fail({ meta, error: tellable(error) });
    throw error;
  }
}

function begin(auditor: AuditorService, attempt: Attempt) {
  const { eventId, request, meta } = attempt;
  return auditor.createEvent({
    eventId,
    request,
    severityLevel: 'medium',
    meta,
  });
}

function isDenial(error: unknown): boolean {
  return (
    error instanceof Withheld ||
    (isVolumeEncryptionError(error) &&
      ['not-allowed', 'no-consent'].includes(error.code))
  );
}

/**
 * Only our own words go into the audit log. Of a field that is not valid its
 * name: the words may repeat what was in it.
 */
function tellable(error: unknown): Error {
  if (!isVolumeEncryptionError(error)) {
    return new Error('It failed unexpectedly.');
  }
  const { code, field, message } = error;
  return new Error(
    code === 'invalid-input'
      ? `Not valid: ${field ?? 'what was asked'}.`
      : maskSecrets(message),
  );
}
