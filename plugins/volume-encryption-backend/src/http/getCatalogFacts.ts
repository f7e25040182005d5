import { platformReadPermission } from 'backstage-plugin-volume-encryption-common';
import type { HttpParts } from './HttpParts';
import { pageOf, textOf } from './pageOf';
import { platformRead } from './platformRead';

/** `GET /catalog-facts`, which the catalog's entity provider asks for. */
export function getCatalogFacts(parts: HttpParts) {
  const route = {
    eventId: 'catalog-facts-read',
    permission: platformReadPermission,
  };
  return platformRead(parts, route, request =>
    parts.catalogFacts.list({
      after: textOf(request.query.after),
      limit: pageOf(request).limit,
    }),
  );
}
