import { platformReadPermission } from 'backstage-plugin-volume-encryption-common';
import type { HttpParts } from './HttpParts';
import { pageOf } from './pageOf';
import { platformRead } from './platformRead';

/** `GET /kms/{kms}/isolation` */
export function getIsolation(parts: HttpParts) {
  const route = {
    eventId: 'isolation-read',
    permission: platformReadPermission,
  };
  return platformRead(parts, route, request =>
    parts.assurance.isolation({ kms: request.params.kms, ...pageOf(request) }),
  );
}
