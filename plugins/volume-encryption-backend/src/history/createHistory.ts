import type {
  DatabaseService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { HistoryConfig } from '../config/types';
import { NewsSender } from '../news/NewsSender';
import { HistoryStore } from './HistoryStore';
import { Recorder, type RecorderParts } from './Recorder';
import { scheduleHistory } from './scheduleHistory';
import { Timelines } from './Timelines';

/**
 * Has changes recorded and told from now on.
 * @returns what was recorded, to be read
 */
export async function createHistory(
  parts: Omit<RecorderParts, 'store' | 'platformTeam'> & {
    database: DatabaseService;
    scheduler: SchedulerService;
    notifications: NotificationService;
  },
  { days: keptDays, platformTeam }: HistoryConfig,
): Promise<Timelines> {
  const store = await HistoryStore.create(parts);
  const sender = await NewsSender.create(parts);
  const recorder = new Recorder({ ...parts, store, platformTeam });
  const tasks = { ...parts, recorder, sender, store, keptDays };
  await scheduleHistory(parts.scheduler, tasks);
  return Timelines.create({ ...parts, keptDays });
}
