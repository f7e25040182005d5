import type { Request } from 'express';
import type { TrendQuestion } from '../trend/Trends';
import { volumeFilterOf } from './volumeFilterOf';

/** The part of the trend that a request means; the document sets its bounds. */
export function trendQuestionOf(request: Request): TrendQuestion {
  const { cluster, owner } = volumeFilterOf(request);
  return { cluster, owner, length: Number(request.query.days ?? 91) };
}
