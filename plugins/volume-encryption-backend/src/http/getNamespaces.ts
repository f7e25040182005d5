import { platformReadPermission } from 'backstage-plugin-volume-encryption-common';
import type { HttpParts } from './HttpParts';
import { platformRead } from './platformRead';

/** `GET /clusters/{cluster}/namespaces` */
export function getNamespaces(parts: HttpParts) {
  const route = {
    eventId: 'namespaces-read',
    permission: platformReadPermission,
  };
  return platformRead(parts, route, ({ params }) =>
    parts.status.namespaces(params.cluster),
  );
}
