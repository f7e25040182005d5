import { platformReadPermission } from 'backstage-plugin-volume-encryption-common';
import type { HttpParts } from './HttpParts';
import { platformRead } from './platformRead';

/** `GET /kms` */
export function getKms(parts: HttpParts) {
  const route = { eventId: 'kms-read', permission: platformReadPermission };
  return platformRead(parts, route, () => parts.status.kms());
}
