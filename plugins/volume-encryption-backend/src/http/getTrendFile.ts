import {
  platformReadPermission,
  trendCsvColumns,
} from 'backstage-plugin-volume-encryption-common';
import type { HttpParts } from './HttpParts';
import { platformFile } from './platformFile';
import { trendQuestionOf } from './trendQuestionOf';

/** `GET /overview/trend.csv` */
export function getTrendFile(parts: HttpParts) {
  const route = {
    eventId: 'trend-csv-read',
    permission: platformReadPermission,
    name: 'trend',
    columns: trendCsvColumns,
  };
  return platformFile(parts, route, request =>
    parts.trends.whole(trendQuestionOf(request)),
  );
}
