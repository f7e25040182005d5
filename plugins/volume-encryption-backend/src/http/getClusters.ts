import { viewPermission } from 'backstage-plugin-volume-encryption-common';
import type { HttpParts } from './HttpParts';
import { platformRead } from './platformRead';

/** `GET /clusters` */
export function getClusters(parts: HttpParts) {
  const route = { eventId: 'clusters-read', permission: viewPermission };
  return platformRead(parts, route, () => parts.status.clusters());
}
