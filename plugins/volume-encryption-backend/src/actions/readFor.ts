import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { platformReadPermission } from 'backstage-plugin-volume-encryption-common';
import { auditedRead } from '../http/audited';
import { auditedNames } from '../http/auditedNames';
import { requestedBy } from '../http/requestedBy';
import type { ActionParts } from './ActionParts';
import { asBackstageError } from './asBackstageError';

/** Who reads, and by which action. */
export interface Reading {
  action: string;
  credentials: BackstageCredentials;
}

/** A read of an entity, or of the one claim of it at a place. */
export interface EntityReading extends Reading {
  entityRef: string;
  place?: { cluster: string; namespace: string; claim: string };
}

/**
 * Reads of an entity under the same conditions as the HTTP routes: the caller
 * must see it in the catalog and may read its volumes, and the namespace it
 * names must consent. A denial leaves an audit event.
 */
export async function readFor<T>(
  { action, entityRef, place, credentials }: EntityReading,
  { access, auditor }: ActionParts,
  read: (entity: Entity) => Promise<T>,
): Promise<T> {
  const meta = {
    ...auditedNames({ entityRef, ...place }),
    requestedBy: requestedBy(credentials),
  };
  try {
    return await auditedRead(auditor, { eventId: action, meta }, async () =>
      read(await access.authorizeReading(entityRef, credentials)),
    );
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
