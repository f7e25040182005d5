import { platformReadPermission } from 'backstage-plugin-volume-encryption-common';
import type { HttpParts } from './HttpParts';
import { pageOf } from './pageOf';
import { platformRead } from './platformRead';
import { volumeFilterOf } from './volumeFilterOf';

/** `GET /volumes` */
export function getVolumes(parts: HttpParts) {
  const route = { eventId: 'volumes-read', permission: platformReadPermission };
  return platformRead(parts, route, request =>
    parts.overview.volumes(volumeFilterOf(request), pageOf(request)),
  );
}
