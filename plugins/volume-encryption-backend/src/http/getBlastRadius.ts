import { platformReadPermission } from 'backstage-plugin-volume-encryption-common';
import type { HttpParts } from './HttpParts';
import { pageOf, textOf } from './pageOf';
import { platformRead } from './platformRead';

/** `GET /blast-radius` */
export function getBlastRadius(parts: HttpParts) {
  const route = {
    eventId: 'blast-radius-read',
    permission: platformReadPermission,
  };
  return platformRead(parts, route, request =>
    parts.catalogFacts.blastRadius(
      textOf(request.query.of) ?? '',
      pageOf(request),
    ),
  );
}
