import { entityRead } from './entityRead';
import type { HttpParts } from './HttpParts';

/** `GET /entities/{kind}/{namespace}/{name}/volumes` */
export function getEntityVolumes(parts: HttpParts) {
  return entityRead(parts, 'entity-volumes-read', (entity, { query }) =>
    parts.status.entityVolumes(entity, {
      // By the contract they are numbers in their range, or their defaults.
      limit: Number(query.limit),
      offset: Number(query.offset),
      search: typeof query.search === 'string' ? query.search : undefined,
    }),
  );
}
