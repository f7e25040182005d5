import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { TokenRenewals } from './TokenRenewals';

/** Of the task; it can be triggered by hand. */
export const RENEWAL_TASK = 'renew-tenant-tokens';

/**
 * Runs renewals every minute, on one replica only. Tokens with short periods
 * need that; most runs find nothing to do and ask the database alone.
 */
export function scheduleRenewals(
  scheduler: SchedulerService,
  renewals: Pick<TokenRenewals, 'run'>,
): Promise<void> {
  return scheduler.scheduleTask({
    id: RENEWAL_TASK,
    scope: 'global',
    frequency: { minutes: 1 },
    // Connections of the clusters are known by then.
    initialDelay: { seconds: 30 },
    timeout: { minutes: 10 },
    fn: signal => renewals.run(signal),
  });
}
