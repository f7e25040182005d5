import { viewPermission } from 'backstage-plugin-volume-encryption-common';
import type { HttpParts } from './HttpParts';
import { platformRead } from './platformRead';

/** `GET /storage-classes` */
export function getStorageClasses(parts: HttpParts) {
  const route = { eventId: 'storage-classes-read', permission: viewPermission };
  return platformRead(parts, route, ({ query }) =>
    parts.status.storageClasses(
      typeof query.cluster === 'string' ? query.cluster : undefined,
    ),
  );
}
