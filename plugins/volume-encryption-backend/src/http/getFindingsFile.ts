import {
  findingCsvColumns,
  platformReadPermission,
} from 'backstage-plugin-volume-encryption-common';
import type { HttpParts } from './HttpParts';
import { platformFile } from './platformFile';
import { volumeFilterOf } from './volumeFilterOf';

/** `GET /findings.csv` */
export function getFindingsFile(parts: HttpParts) {
  const route = {
    eventId: 'findings-csv-read',
    permission: platformReadPermission,
    name: 'findings',
    columns: findingCsvColumns,
  };
  return platformFile(parts, route, request =>
    parts.overview.allFindings(volumeFilterOf(request)),
  );
}
