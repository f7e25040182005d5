import type { HttpParts } from './HttpParts';
import { pageOf } from './pageOf';
import { shredderRead } from './shredderRead';

/** `GET /receipts` */
export function getReceipts(parts: HttpParts) {
  return shredderRead(parts, 'receipts-read', request =>
    parts.receipts.list(pageOf(request)),
  );
}
