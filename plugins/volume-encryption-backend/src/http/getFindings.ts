import { platformReadPermission } from 'backstage-plugin-volume-encryption-common';
import type { HttpParts } from './HttpParts';
import { pageOf } from './pageOf';
import { platformRead } from './platformRead';
import { volumeFilterOf } from './volumeFilterOf';

/** `GET /findings` */
export function getFindings(parts: HttpParts) {
  const route = {
    eventId: 'findings-read',
    permission: platformReadPermission,
  };
  return platformRead(parts, route, request =>
    parts.overview.findings(volumeFilterOf(request), pageOf(request)),
  );
}
