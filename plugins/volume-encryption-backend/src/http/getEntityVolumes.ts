import { entityRead } from './entityRead';
import type { HttpParts } from './HttpParts';

/** `GET /entities/{kind}/{namespace}/{name}/volumes` */
export function getEntityVolumes(parts: HttpParts) {
  return entityRead(parts, 'entity-volumes-read', entity =>
    parts.status.entityVolumes(entity),
  );
}
