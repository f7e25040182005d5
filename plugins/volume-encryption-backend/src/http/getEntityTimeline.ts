import { entityRead } from './entityRead';
import type { HttpParts } from './HttpParts';
import { pageOf } from './pageOf';

/** `GET /entities/{kind}/{namespace}/{name}/timeline` */
export function getEntityTimeline(parts: HttpParts) {
  return entityRead(parts, 'entity-timeline-read', (entity, request) =>
    parts.timelines.ofEntity(entity, pageOf(request)),
  );
}
