import {
  requireDnsLabel,
  requireDnsSubdomain,
} from 'backstage-plugin-volume-encryption-common';
import { entityRead } from './entityRead';
import type { HttpParts } from './HttpParts';
import { pageOf } from './pageOf';

/** `GET /entities/{kind}/{namespace}/{name}/volumes/{cluster}/{claimNamespace}/{claim}/timeline` */
export function getVolumeTimeline(parts: HttpParts) {
  return entityRead(parts, 'volume-timeline-read', (entity, request) => {
    const { cluster, claimNamespace, claim } = request.params;
    requireDnsLabel('claimNamespace', claimNamespace);
    requireDnsSubdomain('claim', claim);
    const volume = { cluster, namespace: claimNamespace, claim };
    return parts.timelines.ofVolume(entity, volume, pageOf(request));
  });
}
