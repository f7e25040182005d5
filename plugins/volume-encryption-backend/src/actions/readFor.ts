import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { platformReadPermission } from 'backstage-plugin-volume-encryption-common';
import { auditedRead } from '../http/audited';
import { requestedBy } from '../http/requestedBy';
import type { ActionParts } from './ActionParts';
import { asBackstageError } from './asBackstageError';

/** Who reads, and by which action. */
export interface Reading {
  action: string;
  credentials: BackstageCredentials;
}

/**
 * Reads of an entity under the same conditions as the HTTP routes: the caller
 * must see it in the catalog and may read its volumes, and the namespace it
 * names must consent. A denial leaves an audit event.
 */
export async function readFor<T>(
  { action, entityRef, credentials }: Reading & { entityRef: string },
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

/** Reads for the platform team, under the same condition as the HTTP routes. */
export async function readForPlatform<T>(
  { action, credentials }: Reading,
  { access, auditor }: ActionParts,
  read: () => Promise<T>,
): Promise<T> {
  const meta = { requestedBy: requestedBy(credentials) };
  try {
    await auditedRead(auditor, { eventId: action, meta }, () =>
      access.authorizePlatform(platformReadPermission, credentials),
    );
    return await read();
  } catch (error) {
    throw asBackstageError(error);
  }
}
