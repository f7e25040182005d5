import { platformReadPermission } from 'backstage-plugin-volume-encryption-common';
import type { HttpParts } from './HttpParts';
import { platformRead } from './platformRead';
import { trendQuestionOf } from './trendQuestionOf';

/** `GET /overview/trend` */
export function getTrend(parts: HttpParts) {
  const route = { eventId: 'trend-read', permission: platformReadPermission };
  return platformRead(parts, route, request =>
    parts.trends.read(trendQuestionOf(request)),
  );
}
