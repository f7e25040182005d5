import { platformReadPermission } from 'backstage-plugin-volume-encryption-common';
import type { HttpParts } from './HttpParts';
import { pageOf, textOf } from './pageOf';
import { platformRead } from './platformRead';

/** `GET /tenants/{cluster}/{namespace}` */
export function getTenant(parts: HttpParts) {
  const route = {
    eventId: 'tenant-read',
    permission: platformReadPermission,
  };
  return platformRead(parts, route, request =>
    parts.inspector.inspect({
      cluster: request.params.cluster,
      namespace: request.params.namespace,
      custody: textOf(request.query.custody),
      kms: textOf(request.query.kms),
      ...pageOf(request),
    }),
  );
}
