import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { auditedRead } from '../http/audited';
import { requestedBy } from '../http/requestedBy';
import type { ActionParts } from './ActionParts';
import { asBackstageError } from './asBackstageError';

/** Who reads, of which entity, by which action. */
export interface Reading {
  action: string;
  entityRef: string;
  credentials: BackstageCredentials;
}

/**
 * Reads of an entity under the same conditions as the HTTP routes: the caller
 * must see it in the catalog and may read its volumes, and the namespace it
 * names must consent. A denial leaves an audit event.
 */
export async function readFor<T>(
  { action, entityRef, credentials }: Reading,
  { access, auditor }: ActionParts,
  read: (entity: Entity) => Promise<T>,
): Promise<T> {
  const meta = { entityRef, requestedBy: requestedBy(credentials) };
  try {
    const entity = await auditedRead(auditor, { eventId: action, meta }, () =>
      access.authorizeReading(entityRef, credentials),
    );
    return await read(entity);
  } catch (error) {
    throw asBackstageError(error);
  }
}
