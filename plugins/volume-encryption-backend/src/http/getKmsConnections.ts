import { platformReadPermission } from 'backstage-plugin-volume-encryption-common';
import type { HttpParts } from './HttpParts';
import { platformRead } from './platformRead';

/** `GET /clusters/{cluster}/kms-connections` */
export function getKmsConnections(parts: HttpParts) {
  const route = {
    eventId: 'kms-connections-read',
    permission: platformReadPermission,
  };
  return platformRead(parts, route, ({ params }) =>
    parts.status.kmsConnections(params.cluster),
  );
}
