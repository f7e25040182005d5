import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { TrendRecorder } from './TrendRecorder';

/** Of the task; it can be triggered by hand. */
export const TREND_TASK = 'record-coverage-trend';

/**
 * Records every hour, on one replica only, so that a cluster which cannot be read
 * for some hours of a day is still recorded for it.
 */
export function scheduleTrend(
  scheduler: SchedulerService,
  recorder: Pick<TrendRecorder, 'run'>,
): Promise<void> {
  return scheduler.scheduleTask({
    id: TREND_TASK,
    scope: 'global',
    frequency: { hours: 1 },
    // Clusters are read by then.
    initialDelay: { minutes: 2 },
    timeout: { minutes: 10 },
    fn: () => recorder.run(),
  });
}
