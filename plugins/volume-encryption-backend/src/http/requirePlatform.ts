import type { BasicPermission } from '@backstage/plugin-permission-common';
import type { Request } from 'express';
import { auditedRead } from './audited';
import type { HttpParts } from './HttpParts';

/** A read of the platform, and what it takes. */
export interface PlatformRoute {
  eventId: string;
  permission: BasicPermission;
}

/** Throws `not-allowed`, which leaves an audit event. */
export async function requirePlatform(
  { httpAuth, auditor, access }: HttpParts,
  { eventId, permission }: PlatformRoute,
  request: Request,
): Promise<void> {
  const credentials = await httpAuth.credentials(request, {
    allow: ['user', 'service'],
  });
  await auditedRead(auditor, { eventId, request, meta: {} }, () =>
    access.authorizePlatform(permission, credentials),
  );
}
