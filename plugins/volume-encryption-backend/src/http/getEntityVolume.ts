import {
  requireDnsLabel,
  requireDnsSubdomain,
} from 'backstage-plugin-volume-encryption-common';
import { entityRead } from './entityRead';
import type { HttpParts } from './HttpParts';

/** `GET /entities/{kind}/{namespace}/{name}/volumes/{cluster}/{claimNamespace}/{claim}` */
export function getEntityVolume(parts: HttpParts) {
  return entityRead(parts, 'entity-volume-read', (entity, { params }) => {
    const { cluster, claimNamespace, claim } = params;
    requireDnsLabel('claimNamespace', claimNamespace);
    requireDnsSubdomain('claim', claim);
    const ref = { cluster, namespace: claimNamespace, claim };
    return parts.status.entityVolume(entity, ref);
  });
}
