import { platformReadPermission } from 'backstage-plugin-volume-encryption-common';
import type { HttpParts } from './HttpParts';
import { textOf } from './pageOf';
import { platformRead } from './platformRead';

/** `GET /kms/{kms}/custody-drift` */
export function getCustodyDrift(parts: HttpParts) {
  const route = {
    eventId: 'custody-drift-read',
    permission: platformReadPermission,
  };
  return platformRead(parts, route, request =>
    parts.assurance.drift({
      kms: request.params.kms,
      cluster: textOf(request.query.cluster) ?? '',
    }),
  );
}
