import { platformReadPermission } from 'backstage-plugin-volume-encryption-common';
import type { HttpParts } from './HttpParts';
import { pageOf } from './pageOf';
import { platformRead } from './platformRead';

/** `GET /receipts` */
export function getReceipts(parts: HttpParts) {
  const route = {
    eventId: 'receipts-read',
    permission: platformReadPermission,
  };
  return platformRead(parts, route, request =>
    parts.receipts.list(pageOf(request)),
  );
}
