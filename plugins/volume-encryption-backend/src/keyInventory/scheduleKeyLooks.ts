import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { KeyInventory } from './KeyInventory';

/** Of the task; it can be triggered by hand. */
export const KEY_LOOKS_TASK = 'look-at-keys';

/**
 * Looks at keys every minute, on every replica: what was seen is kept in its
 * memory.
 */
export function scheduleKeyLooks(
  scheduler: SchedulerService,
  inventory: Pick<KeyInventory, 'look'>,
): Promise<void> {
  return scheduler.scheduleTask({
    id: KEY_LOOKS_TASK,
    scope: 'local',
    frequency: { minutes: 1 },
    // The clusters are known by then.
    initialDelay: { seconds: 10 },
    timeout: { minutes: 10 },
    fn: signal => inventory.look(signal),
  });
}
