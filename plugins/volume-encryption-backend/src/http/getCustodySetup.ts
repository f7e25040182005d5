import { platformReadPermission } from 'backstage-plugin-volume-encryption-common';
import type { HttpParts } from './HttpParts';
import { textOf } from './pageOf';
import { platformRead } from './platformRead';

/** `GET /kms/{kms}/custody-setup` */
export function getCustodySetup(parts: HttpParts) {
  const route = {
    eventId: 'custody-setup-read',
    permission: platformReadPermission,
  };
  return platformRead(parts, route, request =>
    parts.assurance.setup({
      kms: request.params.kms,
      cluster: textOf(request.query.cluster) ?? '',
    }),
  );
}
