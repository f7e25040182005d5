import {
  requireDnsLabel,
  requireDnsSubdomain,
} from 'backstage-plugin-volume-encryption-common';
import { entityRead } from './entityRead';
import type { HttpParts } from './HttpParts';

/** `GET /entities/…/volumes/{cluster}/{claimNamespace}/{claim}/key-rotation` */
export function getKeyRotation(parts: HttpParts) {
  return entityRead(parts, 'key-rotation-read', async (entity, { params }) => {
    const { cluster, claimNamespace, claim } = params;
    requireDnsLabel('claimNamespace', claimNamespace);
    requireDnsSubdomain('claim', claim);
    const ref = { cluster, namespace: claimNamespace, claim };
    // Throws for a claim that is not the entity's.
    await parts.status.entityVolume(entity, ref);
    return parts.keyRotations.ofClaim(ref);
  });
}
