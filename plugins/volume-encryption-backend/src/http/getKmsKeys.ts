import {
  KEY_STATES,
  platformReadPermission,
  type KeyFilter,
} from 'backstage-plugin-volume-encryption-common';
import type { Request } from 'express';
import type { HttpParts } from './HttpParts';
import { pageOf, textOf } from './pageOf';
import { platformRead } from './platformRead';

/** `GET /kms/{kms}/keys` */
export function getKmsKeys(parts: HttpParts) {
  const route = {
    eventId: 'kms-keys-read',
    permission: platformReadPermission,
  };
  return platformRead(parts, route, request =>
    parts.keyInventory.list(
      request.params.kms,
      keyFilterOf(request),
      pageOf(request),
    ),
  );
}

/** Which keys are asked for; the contract lets no other state through. */
export function keyFilterOf({ query }: Request): KeyFilter {
  return {
    state: KEY_STATES.find(it => it === query.state),
    search: textOf(query.search),
  };
}
