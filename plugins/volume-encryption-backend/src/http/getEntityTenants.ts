import { entityRead } from './entityRead';
import type { HttpParts } from './HttpParts';

/** `GET /entities/{kind}/{namespace}/{name}/tenants` */
export function getEntityTenants(parts: HttpParts) {
  return entityRead(parts, 'entity-tenants-read', entity =>
    parts.status.entityTenants(entity),
  );
}
