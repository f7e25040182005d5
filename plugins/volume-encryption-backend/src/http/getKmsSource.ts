import { platformReadPermission } from 'backstage-plugin-volume-encryption-common';
import type { HttpParts } from './HttpParts';
import { platformRead } from './platformRead';

/** `GET /clusters/{cluster}/kms-source` */
export function getKmsSource(parts: HttpParts) {
  const route = {
    eventId: 'kms-source-read',
    permission: platformReadPermission,
  };
  return platformRead(parts, route, request =>
    parts.kmsSources.ofCluster(request.params.cluster),
  );
}
