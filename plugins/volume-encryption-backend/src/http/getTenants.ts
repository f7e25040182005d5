import { platformReadPermission } from 'backstage-plugin-volume-encryption-common';
import type { HttpParts } from './HttpParts';
import { pageOf, textOf } from './pageOf';
import { platformRead } from './platformRead';

/** `GET /tenants` */
export function getTenants(parts: HttpParts) {
  const route = {
    eventId: 'tenants-read',
    permission: platformReadPermission,
  };
  return platformRead(parts, route, request =>
    parts.inspector.list({
      cluster: textOf(request.query.cluster),
      search: textOf(request.query.search),
      state: textOf(request.query.state),
      ...pageOf(request),
    }),
  );
}
