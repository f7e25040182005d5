import { platformReadPermission } from 'backstage-plugin-volume-encryption-common';
import type { HttpParts } from './HttpParts';
import { platformRead } from './platformRead';

/** `GET /kms/{kms}/identity` */
export function getPortalIdentity(parts: HttpParts) {
  const route = {
    eventId: 'portal-identity-read',
    permission: platformReadPermission,
  };
  return platformRead(parts, route, request =>
    parts.assurance.identity({ kms: request.params.kms }),
  );
}
