import {
  platformReadPermission,
  type CoverageBy,
} from 'backstage-plugin-volume-encryption-common';
import type { HttpParts } from './HttpParts';
import { pageOf } from './pageOf';
import { platformRead } from './platformRead';
import { volumeFilterOf } from './volumeFilterOf';

/** `GET /coverage` */
export function getCoverage(parts: HttpParts) {
  const route = {
    eventId: 'coverage-read',
    permission: platformReadPermission,
  };
  return platformRead(parts, route, request =>
    parts.overview.coverage(
      request.query.by as CoverageBy,
      volumeFilterOf(request),
      pageOf(request),
    ),
  );
}
