import {
  platformReadPermission,
  requireDnsLabel,
} from 'backstage-plugin-volume-encryption-common';
import type { HttpParts } from './HttpParts';
import { pageOf } from './pageOf';
import { platformRead } from './platformRead';

/** `GET /tenants/{cluster}/{namespace}/timeline` */
export function getTenantTimeline(parts: HttpParts) {
  const route = {
    eventId: 'tenant-timeline-read',
    permission: platformReadPermission,
  };
  return platformRead(parts, route, async request => {
    const { cluster, namespace } = request.params;
    requireDnsLabel('namespace', namespace);
    return parts.timelines.ofTenant({ cluster, namespace }, pageOf(request));
  });
}
