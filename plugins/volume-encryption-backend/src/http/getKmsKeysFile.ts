import {
  keyCsvColumns,
  platformReadPermission,
} from 'backstage-plugin-volume-encryption-common';
import { keyFilterOf } from './getKmsKeys';
import type { HttpParts } from './HttpParts';
import { platformFile } from './platformFile';

/** `GET /kms/{kms}/keys.csv` */
export function getKmsKeysFile(parts: HttpParts) {
  const route = {
    eventId: 'kms-keys-csv-read',
    permission: platformReadPermission,
    name: 'keys',
    columns: keyCsvColumns,
  };
  return platformFile(parts, route, request =>
    parts.keyInventory.whole(request.params.kms, keyFilterOf(request)),
  );
}
