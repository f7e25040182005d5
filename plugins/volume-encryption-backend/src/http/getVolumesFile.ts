import {
  platformReadPermission,
  volumeCsvColumns,
} from 'backstage-plugin-volume-encryption-common';
import type { HttpParts } from './HttpParts';
import { platformFile } from './platformFile';
import { volumeFilterOf } from './volumeFilterOf';

/** `GET /volumes.csv` */
export function getVolumesFile(parts: HttpParts) {
  const route = {
    eventId: 'volumes-csv-read',
    permission: platformReadPermission,
    name: 'volumes',
    columns: volumeCsvColumns,
  };
  return platformFile(parts, route, request =>
    parts.overview.allVolumes(volumeFilterOf(request)),
  );
}
